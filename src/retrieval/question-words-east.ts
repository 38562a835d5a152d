/** Question words of Asian and African languages (linguistic data; `question-words.ts` says how to read the rows). */
export const ROWS = `
zh quantity 多少 几个 几名 几位 几次 几家 几所 几项 几条 几天 几国 几座 几种 几类 几倍 几成 几亿 几万 几届 几场 几大 几小时 几分钟 百分之几 多大 多长 多久 多高 多远 多重 人数 数量 总额 总数 总量 比例 占比 增速 金额 幾個 多長 第几
zh date 什么时候 何时 哪年 哪一年 哪天 哪一天 几月 几号 几日 几点 哪月 什么日子 哪日 何日 何年 什麼時候 何時 哪个月 日期 哪一日 几几年 在哪一年 在哪年 在哪天 在哪一天 在哪个月 哪个世纪 哪个年代 什么时间 哪段时间 哪几天 日程
zh person 谁 哪位 何人 什么人 哪些人 誰
zh place 哪里 哪儿 何处 何地 什么地方 哪个城市 哪些城市 哪个国家 哪些国家 哪几个国家 哪国 哪个地区 哪些地区 哪个省 哪座城市 在哪 哪个区 哪個國家 哪裡 哪里人 什么地点 哪个州
zh organisation 哪家 哪些公司 哪个公司 哪些企业 哪个机构 哪些机构 哪个部门 哪些部门 哪个组织 哪些组织 哪所 哪个单位 什么公司 什么机构 什么组织
zh reason 为什么 为何 原因 缘何 为啥 為什麼 為何 目的 为了什么 出于什么
zh manner 如何 怎样 怎么 怎麼 通过什么方式 什么方法
zh which 哪个 哪些 哪一 哪种 哪几个 什么 哪個
zh noun:quantity 百分比 数字 比例 规模
zh noun:date 时候 时间 年份 日期 世纪 年代 时期 年
zh noun:person 人 官员 领导人 部长 球员 总统 人物 演员 科学家
zh noun:place 城市 国家 地区 区域 城镇 地方 州 省 镇 國家 港口 大陆
zh noun:organisation 公司 机构 部门 组织 企业 大学 学校 单位 球队 团队 机关 协会 中心 媒体 银行 集团 委员会
zh noun:reason 原因 理由 目的
zh noun:manner 方式 方法
ja quantity いくつ いくら どれくらい どのくらい どれほど 何人 何名 何回 何件 何カ国 何か国 何ヶ国 何年間 何日間 何時間 何パーセント 何% 何倍 何個 何社 何トン 何割 何歳 いくら
ja date いつ 何年 何月 何日 何時 どの年 日付
ja person 誰 だれ どなた どの人 何者
ja place どこ どの国 どの都市 どちらの国 何県 どの地域 どの街 何という国
ja organisation どの会社 どの企業 どの機関 どの組織 どの大学 どの団体 どの部門 どこの会社 何という会社
ja reason なぜ 何故 どうして 理由 原因 何のため 何のために 目的
ja manner どのように どうやって いかに どんな方法
ko quantity 얼마 얼마나 몇_명 몇명 몇_개 몇개 몇_번 몇_퍼센트 몇_% 몇_곳 몇_나라 몇_배 몇_년간 몇_시간 몇_톤 몇_가지 몇_살 몇_건 몇_점 비율은 몇_위 몇_차례 개수는 수는 지지율은
ko date 언제 몇_년 몇년 몇_월 몇월 며칠 몇_일 몇_시 어느_해 연도는 날짜는 시기는 일정 날짜
ko person 누구 누가 누굴 사람은 인물은
ko place 어디 어느_나라 어느_도시 어느_지역 어떤_나라 장소는 지역은 도시는 나라는
ko organisation 어느_회사 어느_기업 어느_기관 어느_단체 어떤_회사 어떤_기관 회사는 기관은 단체는 어느_대학
ko reason 왜 이유 원인 까닭 무엇_때문에 무엇을_위해 목적은 이유는
ko manner 어떻게 어떤_방식 방법은
kk quantity қанша неше қаншама канша қаншалықты
kk date қашан қай_жылы қай_күні қай_айда қашаннан
kk person кім кімдер кімнің кімге кімді
kk place қайда қайдан қай_елде қай_қалада қай_жерде қай_елдер қай_қала
kk organisation қай_компания қай_ұйым қай_мекеме қандай_компания қандай_ұйым
kk reason неге неліктен не_үшін себебі_не не_мақсатпен қандай_мақсатпен не_себепті
kk manner қалай
kk which қандай қай қайсы
kk noun:quantity пайыз* көлем* мөлшер* сан*
kk noun:date жыл* күн* ай* күндер* мерзім*
kk noun:place ел* қала* өңір* аймақ*
kk noun:organisation компания* ұйым* мекеме*
kk noun:reason мақсат* себеп*
ky quantity канча нече
ky date качан кайсы_жылы кайсы_күнү
ky person ким кимдер кимдин кимге кимди
ky place кайда кайдан кайсы_өлкө* кайсы_шаар* каерде каякта
ky reason эмне_үчүн эмнеге кандай_максатта не_себептен
ky manner кандайча кантип
ky which кандай кайсы
ky noun:quantity пайыз* көлөм* сан*
ky noun:date жыл* күн* ай*
ky noun:place өлкө* шаар* аймак*
ky noun:organisation компания* уюм* мекеме*
ky noun:reason максат* себеп*
uz quantity qancha nechta necha qanchalik nechta неча нечта қанча
uz date qachon қачон qaysi_yili qachondan
uz person kim kimlar kimning kimga kimni ким
uz place qayerda qaerda qayerdan qayerga қаерда
uz reason nega nima_uchun нега нима_учун qanday_maqsad* nima_maqsad* nega_ki
uz manner qanday_qilib қандай_қилиб
uz which qaysi qanday қайси қандай
uz noun:quantity foiz* miqdor* hajm* son*
uz noun:date yil* kun* oy* sana* vaqt* kunlar*
uz noun:place mamlakat* davlat* shahar* joy* hudud*
uz noun:organisation kompaniya* tashkilot* muassasa*
uz noun:reason maqsad* sabab*
tg quantity чанд чӣ_қадар чандто
tg date кай кадом_сол кадом_рӯз
tg person кӣ киҳо
tg place куҷо дар_куҷо аз_куҷо кадом_кишвар* кадом_шаҳр*
tg organisation кадом_ширкат* кадом_созмон*
tg reason чаро барои_чӣ бо_кадом_мақсад ба_кадом_мақсад бо_чӣ_мақсад
tg manner чӣ_тавр чӣ_гуна
mn quantity хэд хэдэн хичнээн хэчнээн ямар_хэмжээ*
mn date хэзээ хэдэн_онд аль_онд хэдийд
mn person хэн хэний хэнд хэнийг хэнээс
mn place хаана хаанаас хаашаа аль_улс* ямар_улс* аль_хот*
mn organisation ямар_компани* аль_байгууллага* ямар_байгууллага*
mn reason яагаад юуны_учир ямар_зорилго* ямар_шалтгаан*
mn manner хэрхэн яаж
az quantity neçə nə_qədər nəçə
az date nə_vaxt nə_zaman haçan
az person kim kimlər kimin kimə
az place harada hara haradan haraya
az reason niyə nəyə_görə nə_üçün nə_məqsədlə hansı_məqsədlə
az manner necə
az which hansı
az noun:quantity faiz* məbləğ* həcm*
az noun:date il* gün* ay* tarix*
az noun:place ölkə* şəhər* yer* bölgə*
az noun:organisation şirkət* təşkilat* qurum*
tr quantity kaç kaçı kaçını kaçına ne_kadar kaçtır yüzde_kaç* ne_kadarı sayısı_nedir sayısı_kaçtır
tr date ne_zaman hangi_yıl* hangi_tarih* hangi_gün* hangi_ay* kaç_yılında kaçıncı_yüzyıl* ne_zamandan hangi_dönem* hangi_yüzyıl*
tr person kim kimdir kimler kimlerdir kimin kime kimi kiminle kimden kimlere
tr place nerede neresi nereden nereye nerededir nerelerde neresidir nerelidir hangi_ülke* hangi_şehir* hangi_şehr* hangi_il hangi_bölge* hangi_kent*
tr organisation hangi_şirket* hangi_kurum* hangi_kuruluş* hangi_örgüt* hangi_üniversite* hangi_takım*
tr reason neden niçin niye nedeni_nedir sebebi_nedir ne_amaçla hangi_amaçla amacı_nedir
tr manner nasıl
tr which hangi
tr noun:quantity oran* sayı* miktar*
tr noun:person kişi* insan* bakan*
tr noun:place yer* devlet*
tr noun:organisation dernek* merkez* ajans* banka*
tr noun:date tarih* gün* hafta*
tk quantity näçe
tk date haçan
tk person kim
tk place nirede
tk reason näme_üçin
tk manner nähili
ar quantity كم بكم وكم ما_عدد ما_نسبة ما_هي_نسبة ما_هو_عدد ما_مقدار ما_حجم ما_هي_النسبة ما_المسافة ما_قيمة
ar date متى منذ_متى ومتى ما_تاريخ ما_هو_تاريخ
ar person من_هو من_هي من_هم من_الذي من_الذين من_قام من_كان من_قال من_التي لمن من_هما
ar place أين اين من_أين إلى_أين وأين
ar reason لماذا ولماذا لم_لا ما_سبب ما_هو_سبب ما_السبب لأي_سبب لأي_غرض ما_الهدف ما_هو_الهدف
ar manner كيف وكيف
ar opening:person من
ar which أي أية اي ما_هي ما_هو في_أي ما
ar noun:quantity نسبة النسبة عدد كمية حجم مقدار متوسط
ar noun:date عام سنة السنة العام تاريخ يوم شهر وقت قرن عقد سنوات الأيام أيام التواريخ تواريخ أسبوع موعد
ar noun:person شخص مسؤول رئيس وزير اسم_الشخص
ar noun:place مدينة دولة بلد دول مكان منطقة ولاية المدينة الدولة البلد المدن الدول بلدان قارة
ar noun:organisation شركة منظمة مؤسسة جامعة وزارة هيئة جهة الشركة المنظمة فريق جهات جمعية مركز منظمات مؤسسات شركات
ar noun:reason سبب أسباب السبب الأسباب هدف الهدف غرض الغرض
fa quantity چند چقدر چه_تعداد چه_مقدار چه_میزان چندتا چنده چند_درصد چه_اندازه چه_مدت
fa date کی چه_زمانی چه_وقت چه_سالی چه_تاریخی کدام_سال چه_روزی چه_موقع چه_ماهی در_چه_سال* تاریخ
fa person چه_کسی چه_کسانی کیست کیستند چه_شخصی کدام_شخص چه_افرادی
fa place کجا کجاست کدام_کشور* کدام_شهر* چه_کشور* چه_شهر* از_کجا کدام_استان چه_جایی
fa organisation کدام_شرکت کدام_سازمان چه_شرکت* چه_سازمان* کدام_نهاد کدام_دانشگاه
fa reason چرا به_چه_دلیل علت دلیل با_چه_هدفی به_چه_منظوری برای_چه هدف_از
fa manner چگونه چطور چه_طور
fa which کدام چه
fa noun:quantity درصد* میزان تعداد
fa noun:date سال* تاریخ* زمان* روز* ماه* روزها* تاریخ_هایی هفته*
fa noun:place کشور* شهر* منطقه* مکان* ولایت استان
fa noun:organisation شرکت* سازمان* نهاد* مرکز* نهادها* موسسه* انجمن*
ur quantity کتنے کتنا کتنی کتنوں کتنے_فیصد
ur date کب کس_سال کس_تاریخ کس_دن کب_سے کس_مہینے
ur person کون کس_نے کس_کا کس_کو کس_کے کون_تھا
ur place کہاں کس_ملک کس_شہر کن_ممالک کون_سے_ملک کون_سے_ممالک کدھر
ur organisation کس_کمپنی کس_ادارے کس_تنظیم
ur reason کیوں کس_وجہ کس_مقصد کس_لیے مقصد_کیا
ur manner کیسے کس_طرح
ur which کون_سا کون_سی کون_سے کس کن
ur noun:date سال تاریخ دن مہینے تاریخوں دنوں
ur noun:person کھلاڑی شخص وزیر
ur noun:place ملک شہر ممالک جگہ علاقے
ur noun:organisation کمپنی تنظیم ادارے ٹیم اداروں تنظیموں کمپنیوں مرکز انجمن
ps quantity څو څومره
ps date کله
ps person څوک چا
ps place چېرته چیرته
ps reason ولې
ps manner څنګه
he quantity כמה
he date מתי
he person מי
he place איפה היכן לאן מאיפה מאין
he reason למה מדוע
he manner איך כיצד
he which איזה איזו אילו באיזה באיזו
he noun:quantity אחוז* מספר
he noun:date שנה תאריך יום חודש
he noun:place עיר מדינה ארץ מקום
he noun:organisation חברה ארגון
hi quantity कितने कितना कितनी कितनों कितने_प्रतिशत कितनी_बार कितनों_में कौन_से_नंबर
hi date कब किस_वर्ष किस_साल किस_तारीख किस_दिन किस_महीने कब_से कौन_से_वर्ष किस_समय किस_दशक किस_सदी
hi person कौन किसने किस_ने किसको किसे किन्होंने
hi place कहाँ कहां किस_देश किस_शहर किन_देशों किस_स्थान किस_राज्य कौन_से_देश कौन_सा_देश कौन_सा_शहर किस_जगह किस_क्षेत्र
hi organisation किस_कंपनी किस_संगठन किस_संस्था कौन_सी_कंपनी कौन_सा_संगठन किस_विश्वविद्यालय किस_टीम
hi reason क्यों किस_कारण किस_वजह किस_उद्देश्य किस_मकसद किसलिए किस_लिए
hi manner कैसे किस_प्रकार किस_तरह
hi which कौन_सा कौन_सी कौन_से किस किन कौनसा कौनसी
hi noun:date वर्ष साल तारीख दिन महीने शताब्दी दशक तारीखों दिनों तिथि तिथियों समय
hi noun:person खिलाड़ी व्यक्ति नेता मंत्री अधिकारी राष्ट्रपति लोगों अधिकारियों नेताओं
hi noun:place देश शहर राज्य स्थान क्षेत्र जगह देशों शहरों राज्यों क्षेत्रों स्थानों
hi noun:organisation टीम कंपनी संगठन संस्था विश्वविद्यालय एजेंसी संस्थाओं कंपनियों संगठनों विश्वविद्यालयों केंद्र
mr quantity किती
mr date कधी केव्हा कोणत्या_वर्षी
mr person कोण कोणी कोणाला
mr place कुठे कोठे कोणत्या_देशात
mr reason का कशामुळे कोणत्या_उद्देशाने
mr manner कसे कसा
ne quantity कति
ne date कहिले कुन_वर्ष कुन_साल कुन_दिन
ne person को कसले कसलाई कसको
ne place कहाँ कता कुन_देश कुन_सहर
ne organisation कुन_कम्पनी कुन_संस्था
ne reason किन
ne manner कसरी
bn quantity কত কতজন কতটি কতগুলি কয়টি কতগুলো কয়জন
bn date কখন কবে কোন_সালে কোন_বছর*
bn person কে কারা কাকে কার
bn place কোথায় কোথা* কোন_দেশ* কোন_শহর*
bn organisation কোন_কোম্পানি কোন_প্রতিষ্ঠান কোন_সংস্থা
bn reason কেন কী_উদ্দেশ্যে কোন_উদ্দেশ্যে
bn manner কীভাবে কিভাবে
ta quantity எத்தனை எவ்வளவு
ta date எப்போது எந்த_ஆண்டு
ta person யார் யாரை
ta place எங்கே எங்கு எந்த_நாடு
ta reason ஏன்
ta manner எப்படி எவ்வாறு
te quantity ఎన్ని ఎంత ఎంతమంది
te date ఎప్పుడు
te person ఎవరు
te place ఎక్కడ
te reason ఎందుకు
te manner ఎలా
si quantity කීයක් කොපමණ කී_දෙනෙක් කීයද කොච්චර
si date කවදා කවදාද
si person කවුද කවුරුන් කවුරු
si place කොහේද කොහෙද කොහේ
si reason ඇයි මන්ද
si manner කොහොමද කෙසේද
my quantity ဘယ်လောက် ဘယ်နှစ်ယောက် ဘယ်နှ မည်မျှ ဘယ်နှစ်ခု
my date ဘယ်တော့ ဘယ်အချိန် မည်သည့်အချိန် ဘယ်နေ့ ဘယ်တုန်းက
my person ဘယ်သူ မည်သူ
my place ဘယ်မှာ ဘယ်နေရာ မည်သည့်နေရာ ဘယ်နိုင်ငံ မည်သည့်နိုင်ငံ
my reason ဘာကြောင့် အဘယ်ကြောင့်
my manner ဘယ်လို မည်သို့
km quantity ប៉ុន្មាន
km date ពេលណា នៅពេលណា ថ្ងៃណា ឆ្នាំណា
km person នរណា អ្នកណា
km place នៅឯណា ទីណា ឯណា ប្រទេសណា នៅទីណា ទីក្រុងណា
km organisation ក្រុមហ៊ុនណា អង្គការណា
km reason ហេតុអ្វី
km manner យ៉ាងដូចម្តេច ដោយរបៀបណា
lo quantity ເທົ່າໃດ ຈັກ ຫຼາຍປານໃດ
lo date ເມື່ອໃດ ເວລາໃດ ປີໃດ ມື້ໃດ
lo person ໃຜ
lo place ຢູ່ໃສ ໃສ ປະເທດໃດ
lo reason ຍ້ອນຫຍັງ ເປັນຫຍັງ
lo manner ແນວໃດ
th quantity เท่าไหร่ เท่าไร เท่าใด มากแค่ไหน จำนวนเท่า กี่
th date เมื่อไหร่ เมื่อไร เมื่อใด ปีใด ปีไหน วันไหน วันที่เท่าไร วันที่เท่าไหร่ เดือนไหน เดือนใด ช่วงใด ปีอะไร กี่โมง ช่วงไหน พ.ศ.ใด ค.ศ.ใด ศตวรรษใด วันใด ช่วงวันที่
th person ใคร ผู้ใด
th place ที่ไหน ที่ใด ประเทศใด ประเทศไหน ประเทศอะไร เมืองใด เมืองไหน เมืองอะไร แห่งใด ณ_ที่ใด รัฐใด ภูมิภาคใด ตรงไหน
th organisation บริษัทใด บริษัทไหน องค์กรใด องค์กรไหน หน่วยงานใด หน่วยงานไหน มหาวิทยาลัยใด ทีมใด ทีมไหน บริษัทอะไร
th reason ทำไม เพราะเหตุใด เพราะอะไร เหตุใด สาเหตุ เพื่ออะไร วัตถุประสงค์อะไร จุดประสงค์
th manner อย่างไร ยังไง
vi quantity bao_nhiêu bao_lâu bao_xa bao_nhieu bao_lau mấy_người mấy_lần mấy_năm mấy_nước mấy_loại mấy_cái mấy_phần
vi date khi_nào năm_nào ngày_nào tháng_nào bao_giờ lúc_nào thời_gian_nào hồi_nào thời_điểm_nào khi_nao thế_kỷ_nào ngày_tháng_năm_nào ngày_bao_nhiêu năm_bao_nhiêu thời_kỳ_nào những_ngày_nào ngày_mấy
vi person ai người_nào những_ai là_ai
vi place ở_đâu thành_phố_nào quốc_gia_nào tỉnh_nào nơi_nào vùng_nào địa_điểm_nào những_nước_nào tiểu_bang_nào khu_vực_nào ở_đâu là_đâu nước_nào đi_đâu đến_đâu từ_đâu o_dau
vi organisation công_ty_nào tổ_chức_nào cơ_quan_nào trường_nào doanh_nghiệp_nào đội_nào đại_học_nào
vi reason tại_sao vì_sao vì_lý_do_gì nguyên_nhân lý_do tai_sao để_làm_gì nhằm_mục_đích_gì mục_đích
vi manner như_thế_nào bằng_cách_nào thế_nào
id quantity berapa seberapa
id date kapan bilamana tahun_berapa tanggal_berapa bulan_apa sejak_kapan tahun_apa tanggal_berapa_saja pada_tanggal
id person siapa
id place di_mana dimana ke_mana dari_mana negara_mana kota_mana negara_apa kota_apa mana_saja
id organisation perusahaan_mana perusahaan_apa organisasi_apa organisasi_mana lembaga_apa
id reason mengapa kenapa apa_alasan apa_sebab untuk_apa apa_tujuan tujuan_apa
id manner bagaimana
ms quantity berapa
ms date bila bilakah tahun_berapa
ms person siapa siapakah
ms place di_mana dimana di_manakah negara_mana
ms reason mengapa kenapa
ms manner bagaimana bagaimanakah
fil quantity ilan gaano magkano
fil date kailan
fil person sino
fil place saan
fil reason bakit
fil manner paano
hy quantity քանի որքան ինչքան
hy date երբ
hy person ով ովքեր ում
hy place որտեղ ուր որտեղից որ_երկիր* որ_քաղաք*
hy reason ինչու
hy manner ինչպես
ka quantity რამდენი რამდენ* რამდენჯერ
ka date როდის რომელ_წელს
ka person ვინ ვის ვისი
ka place სად საიდან რომელ_ქვეყანა* რომელ_ქალაქ*
ka reason რატომ
ka manner როგორ
sw quantity ngapi kiasi_gani wangapi mangapi
sw date lini
sw person nani
sw place wapi
sw reason kwa_nini kwanini
sw manner vipi jinsi_gani
am quantity ስንት ምን_ያህል
am date መቼ
am person ማን እነማን ማነው
am place የት ወዴት
am reason ለምን
am manner እንዴት
`;

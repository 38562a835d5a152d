/**
 * Language data: the small words that questions are built from, for every language that shares its script with another.
 * They tell a short question's language where statistics of letters cannot. Not complete: a missing word costs evidence only.
 */

const LATIN = {
  en: `what which who whom whose when where why how many much long often is are was were be been being did do does done has have had
    will would can could should may might shall the a an of in on at to for from by with about into over under between during than
    then that this these those there here and or but not no yes it its he she they them their his her we our you your i me my if so
    as any some all each more most other same only also just please tell give explain list name said say says according new yet
    happened happen happens take takes took taken place made make get going really let show old year`,
  es: `qué que cuál cuáles quién quiénes cuándo dónde adónde cómo cuánto cuánta cuántos cuántas por para con sin sobre entre desde
    hasta según el la los las un una unos unas de del al en y o u no sí es son fue fueron era eran será ser está están estaba hay
    ha han había se su sus lo le les me te nos este esta estos estas ese esa eso esto aquel más menos muy también ya pero si como
    porque cuando donde quien tiene tienen hizo hacen hace dijo decir cada todo todos cosas lugar año pues`,
  pt: `que quê qual quais quem quando onde aonde como quanto quanta quantos quantas por para com sem sobre entre desde até segundo o a
    os as um uma uns umas de do da dos das no na nos nas em ao à aos às e ou não sim é são foi foram era será ser está estão há tem
    têm se seu sua seus suas lhe este esta isto esse essa isso aquele mais menos muito também já mas porque pelo pela pelos pelas
    quer fez faz disse dizer cada todo todos você vocês lugar num numa ano`,
  fr: `que quoi quel quelle quels quelles qui quand où comment combien pourquoi est sont était étaient sera être a ont avait aura avoir
    le la les l un une des du de d au aux à en dans sur sous avec sans pour par entre depuis selon chez et ou ni mais non oui ne pas
    plus ce cet cette ces c qu est-ce il elle ils elles on nous vous je j me m se s son sa ses leur leurs y t si comme très aussi
    déjà fait faire dit dire tout tous toutes donc lieu quelqu an ans`,
  de: `was wer wen wem wessen wann wo woher wohin wie viel viele warum weshalb wieso welche welcher welches welchen welchem ist sind war
    waren wird werden wurde wurden sein hat haben hatte der die das den dem des ein eine einer eines einem einen kein keine und oder
    aber nicht nein ja in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch gegen seit bis es er sie
    wir ihr ich du man sich diese dieser dieses auch nur noch schon als dass wenn laut gibt gab sagte dort damit worum denn statt findet finden jahr`,
  it: `che cosa cos quale quali chi quando dove come quanto quanta quanti quante perché è sono era erano sarà essere ha hanno aveva il
    lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle da dal dalla dai in nel nella nei
    nelle con su sul sulla per tra fra e ed o ma non no sì si se ci ne suo sua suoi questo questa questi quello quella più meno molto
    anche già secondo fatto detto ogni tutti luogo c'è com'è dov'è anno`,
  nl: `wat welke welk wie wanneer waar waarom hoe hoeveel is zijn was waren wordt worden werd werden heeft hebben had de het een van in op
    aan bij met naar voor door over uit te tot om onder tussen en of maar niet geen ja nee dat die deze dit er hij zij ze we wij jij
    u ik je zich ook nog al als dan volgens kan zal jaar veel`,
  pl: `co jaki jaka jakie jakich jakim kto kogo kiedy gdzie skąd dokąd jak ile ilu dlaczego czemu czy który która które których jest są
    był była było były będzie będą być ma mają się w we z ze na do od po za o u przy przez dla pod nad i oraz lub ale nie tak to ten
    ta te tego tej tym jego jej ich on ona oni już też także według został została zostały rok roku`,
  cs: `co jaký jaká jaké jakých kdo koho kdy kde kam odkud jak kolik proč který která které kterých je jsou byl byla bylo byly bude budou
    být má mají se si v ve z ze na do od po za o u při pro pod nad i a nebo ale ne ano to ten ta tento tato toto jeho její jejich
    už také podle že roku`,
  sk: `čo aký aká aké akých kto koho kedy kde kam odkiaľ ako koľko prečo ktorý ktorá ktoré ktorých je sú bol bola bolo boli bude budú
    byť má majú sa si v vo z zo na do od po za o u pri pre pod nad i a alebo ale nie áno to ten tá tento táto toto jeho jej ich už
    tiež podľa že roku`,
  hu: `mi mit mik milyen melyik ki kit kik mikor hol hova honnan hogyan hány mennyi mennyire miért van vannak volt voltak lesz lenni a az
    egy és vagy de nem igen is hogy ez azt ezt ezek azok meg el szerint között után előtt alatt ott itt kell lehet évben`,
  ro: `ce care cine cui când unde cum cât câtă câți câte de este e sunt era erau va vor fi fost are au avut un o unui unei al ai ale la
    în din pe cu fără pentru prin între despre după și sau dar nu da că se își lui ei lor acest această aceste acel mai foarte
    potrivit cât anul`,
  tr: `ne neler nedir neden niçin nerede nereden nereye nasıl kim kimler kime kimin hangi hangisi kaç kaçtır kadar zaman mi mı mu mü midir
    mıdır mudur müdür ve ile veya ya da de için gibi göre sonra önce bu şu o bunlar onlar bir biri her tüm bütün çok daha en var yok
    değil ise peki olan oldu olarak olur olacak edildi etti dedi yaptı yapıldı hakkında kaçı yılında`,
  az: `nə nədir nələr niyə hara harada haradan necə neçə nə qədər kim kimdir kimlər kimin hansı və ilə üçün görə sonra əvvəl bu o onun
    onlar bir hər bütün çox daha ən var yox deyil olan oldu olub edilib etdi dedi isə də ki bəs yaxud haqqında mi mı mu mü neçənci
    ildə nəyə`,
  uz: `nima nimalar nega nimaga qayer qayerda qayerdan qanday qancha qanaqa kim kimlar kimning qaysi qachon necha nechta va bilan yoki
    uchun ko'ra keyin oldin bu shu u ular bir har barcha juda ko'p eng bor yo'q emas bo'lgan bo'ldi bo'lib bo'yicha qildi dedi esa
    ham haqida edi ekan nechanchi necha-ta yilda`,
  tk: `näme nämeler näçe nirede nireden nähili kim kimler haýsy haçan we bilen ýa-da üçin görä soň öň bu şu ol olar bir her ähli has iň
    bar ýok däl bolan boldy etdi diýdi hem barada ýylda`,
  id: `apa apakah siapa siapakah kapan mana dimana kemana bagaimana bagaimanakah berapa mengapa kenapa yang dan atau di ke dari pada untuk
    dengan oleh dalam antara tentang menurut sejak sampai ini itu adalah ialah ada tidak bukan sudah telah akan bisa dapat juga lebih
    paling saat para seorang sebuah mereka dia ia kami kita anda saya seperti karena namun tahun terhadap bahwa saja nya yg dgn gimana gak nggak aja buat tersebut sebesar negara`,
  ms: `adakah manakah apa apakah siapa siapakah bila bilakah mana bagaimana berapa berapakah mengapa kenapa yang dan atau di ke dari daripada pada untuk
    dengan oleh dalam antara tentang mengikut sejak sehingga ini itu adalah ialah ada tidak bukan sudah telah akan boleh dapat juga
    lebih paling para seorang sebuah mereka dia ia kami kita anda saya seperti kerana namun tahun terhadap bahawa sahaja negara tersebut sebanyak ketika iaitu oleh`,
  vi: `gì nào ai đâu bao nhiêu khi sao thế tại vì như là có không được bị đã đang sẽ và hoặc hay của cho với trong ngoài trên dưới từ
    đến về theo tại do bởi các những một này đó kia ấy mấy ở ra vào thì mà nhưng cũng rất nhất hơn người năm việc họ ông bà chúng tôi
    bạn nói làm`,
  fi: `mikä mitä mitkä mikä kuka kenen ketkä milloin missä mistä mihin miten kuinka paljon monta miksi onko on ovat oli olivat ei ja tai
    mutta että se ne hän he tämä nämä kun jos myös kuin vuonna mukaan kanssa jälkeen sekä`,
  sv: `vad vilken vilket vilka vem vems när var varför hur många mycket är var varit blir blev har hade ska skulle en ett den det de och
    eller men inte i på av för till från med om under mellan efter enligt som att sig sin han hon vi ni jag du också år finns sade`,
  da: `hvad hvilken hvilket hvilke hvem hvis hvornår hvor hvorfor hvordan mange meget er var været bliver blev har havde skal skulle en et
    den det de og eller men ikke i på af for til fra med om under mellem efter ifølge som at sig sin han hun vi jeg du også år findes
    sagde`,
  nb: `hva hvilken hvilket hvilke hvem når hvor hvorfor hvordan mange mye er var vært blir ble har hadde skal skulle en et den det de og
    eller men ikke i på av for til fra med om under mellom etter ifølge som at seg sin han hun vi jeg du også år finnes sa`,
  et: `mis mida millised milline kes kelle millal kus kust kuhu kuidas kui palju mitu miks on oli olid ei ja või aga et see need tema nad
    ning ka aastal järgi kas`,
  lv: `kas ko kāds kāda kādi kurš kura kuri kad kur kā cik kāpēc vai ir bija būs nav un vai bet ka ar no uz par pie pēc tas tā šis šī viņš
    viņa arī gadā`,
  lt: `kas ką koks kokia kokie kuris kuri kurie kada kur kaip kiek kodėl ar yra buvo bus nėra ir arba bet kad su iš į apie prie po tai šis
    ši jis ji taip pat metais`,
  hr: `što šta koji koja koje koliko tko ko kada kad gdje gde kako zašto je su bio bila bilo bili biti će se i ili ali ne da u na od do za
    iz sa s o po prema pri između to taj ta ovaj ova ovo njegov kao već više li`,
  sl: `kaj kateri katera katero koliko kdo kdaj kje kako zakaj ali je so bil bila bilo bili bo bodo se in ter pa ne da v na od do za iz z
    s o po pri med to ta kot že več`,
  sq: `çfarë cili cila cilat kush kur ku si sa pse është janë ishte ishin ka kanë një i e të së në me nga për dhe ose por nuk jo që ky kjo
    këto sipas`,
  ca: `què quin quina quins quines qui quan on com quant quanta quants quantes per perquè amb sense sobre entre el la els les un una de
    del dels al als en i o no sí és són va van ser hi ha han es seu seva aquest aquesta això més també segons d l`,
  sw: `nini nani lini wapi vipi ngapi gani kwa nini je ni ya wa za la cha vya kwa na au katika kutoka hadi kuhusu hii hiyo huyu hao wao yeye
    si ndiyo hapana pia kama kwamba alisema mwaka`,
  'hi-Latn': `kya kaun kis kisne kisko kab kahan kaha kaise kaisa kyon kyun kyu kitna kitne kitni ka ke ki ko ne mein se par tak aur ya
    lekin yeh yah vah woh wo ye is us in un hai hain tha thi the hua hui hue hoga hogi kar kiya kiye gaya gayi gaye karo likh do mujhe
    batao bataiye naam nahi nahin bhi hi liye saath baad pehle baare kul saal jo kaha koi`,
  tl: `ano sino kailan saan paano ilan magkano bakit alin ang ng mga sa si ni na at o ay hindi ito iyon siya sila kay para may mayroon
    ba naman din rin taon`,
} as const;

const CYRILLIC = {
  ru: `что чего чему чем кто кого кому кем чей чья чьи когда где куда откуда как какой какая какое какие каких каким какую каков какова
    каково каковы сколько почему зачем который которая которые ли и а но или в во на с со из к ко от до по за о об обо у для при про
    без под над между через не нет да ну это этот эта эти этого этой того тот та те то он она они оно его её ее их ему им мы вы я ты
    нас вас мне себя свой был была было были будет будут быть есть же бы уже ещё еще тоже также только так там тут здесь всё все
    всего если чтобы году года сказал сказала говорил сейчас именно напомните`,
  uk: `що чого чому чим хто кого кому ким чий чия чиї коли де куди звідки як який яка яке які яких яким яку скільки навіщо котрий чи і й
    та а але або в у на з із зі до від по за про для при без під над між через не ні так це цей ця ці цього цієї того той ті він
    вона вони воно його її їх ми ви я ти був була було були буде будуть бути є ж би вже ще теж також тільки там тут усе всі якщо щоб
    році року сказав`,
  be: `што чаго чаму чым хто каго каму кім чый чыя калі дзе куды адкуль як які якая якое якія якіх якім якую колькі навошта каторы ці і ды
    а але або у ў на з са да ад па за пра аб для пры без пад над між праз не ні так гэта гэты гэтая гэтыя таго той тая ён яна яны
    яно яго яе іх мы вы я ты быў была было былі будзе будуць быць ёсць ж бы ужо ўжо яшчэ таксама толькі там тут усе калі каб годзе`,
  bg: `какво какъв каква какви кой коя кое кои кого кога къде откъде как колко защо дали ли е са беше бяха бил била било били ще бъде да
    не и или но а в във на с със от до по за при без под над между през се си това този тази тези той тя те то него нея им му го я
    ни ви аз ти вече също само там тук ако че като според година има няма`,
  mk: `што кој која кое кои кога каде од како колку зошто дали ли е се беше беа бил била ќе да не и или но а во на со од до по за при
    без под над меѓу низ ова овој оваа овие тој таа тие тоа него неа им му го ја ги ни ви јас ти веќе исто само таму тука ако дека
    како според година има нема`,
  sr: `шта што који која које којих колико ко кога када кад где одакле како зашто да ли је су био била било били бити ће се и или али не
    у на од до за из са с о по према при између то тај та овај ова ово његов као већ више има нема године`,
  kk: `не немене қандай қай қайсы қайда қайдан қашан қанша неше нешінші неге кім кімдер кімнің ма ме ба бе па пе және мен бен пен
    немесе үшін бойынша туралы кейін дейін бұрын бұл осы сол ол олар бір әр барлық көп ең бар жоқ емес болды болған болып болады еді
    деді айтты да де та те ғой екен жылы жылғы арқылы қатысты`,
  ky: `эмне эмнелер кандай кайсы кайсыл кайда кайдан качан канча нече эмне үчүн эмнеге ким кимдер кимдин жана менен же үчүн боюнча
    жөнүндө тууралуу кийин чейин мурун бул ушул ошол ал алар бир ар бардык көп эң бар жок эмес болду болгон болуп болот эле деди
    айтты да де дагы ошондой экен жылы бы би`,
  tg: `чӣ чист чиро кӣ кист киҳо кай куҷо аз куҷост кадом чанд чандто чӣ қадар чаро чӣ гуна чӣ тавр ва ё аммо ки бо ба бе дар аз барои
    то оид тибқи баъд пеш ин он инҳо онҳо ӯ мо шумо ман ту як ҳар ҳама бисёр бештар ҳаст нест буд буданд аст мебошад шуд шуданд
    шудааст мешавад кард карданд гуфт низ ҳам дигар соли соҳаи чӣро кадомҳо`,
  mn: `юу ямар аль хэн хэний хэзээ хаана хаанаас хэд хэдэн яаж яагаад ямаршуу вэ бэ уу үү ба болон эсвэл энэ тэр эдгээр тэд би бид та
    нэг бүх маш хамгийн их байна байсан байгаа болсон болно гэж гэсэн хэлсэн мөн дээр дотор хооронд тухай дагуу нь юм онд оны юунд
    чинь ч л билээ хэр`,
  tt: `нәрсә нинди кайсы кайда кайдан кайчан ничә ни өчен кем кемнәр һәм белән яки өчен буенча турында соң кадәр бу шул ул алар бер һәр
    барлык күп иң бар юк түгел булды булган дип тә дә елда`,
  'uz-Cyrl': `нима нималар нега қаерда қаердан қандай қанча ким кимлар қайси қачон неча нечта ва билан ёки учун кўра кейин олдин бу шу у
    улар бир ҳар барча жуда кўп энг бор йўқ эмас бўлган бўлди бўлиб бўйича қилди деди эса ҳам ҳақида эди йилда`,
} as const;

const ARABIC = {
  ar: `ما ماذا من متى أين كيف كم لماذا لم هل أي أية هو هي هم هذا هذه ذلك تلك هؤلاء الذي التي الذين في على إلى الى عن مع من بين قبل بعد
    خلال حسب حول عند منذ حتى و أو أم لا ليس لن قد كان كانت يكون تكون تم إن أن انه أنه كل بعض غير أيضا أيضاً ثم عام قال قالت فيها فيه
    منها منه عنها لها له لديها وكم وما ومن وماذا وهل وأين بكم وبكم`,
  fa: `چه چیست چی چرا که کی کیست کجا کدام چند چقدر چگونه آیا از در به با بر برای تا و یا اما این آن آنها اینها او ما شما من یک هر همه
    بسیار بیشتر است هست نیست بود بودند شد شدند شده می‌شود میشود می را های ها هایی کرد کردند کرده گفت دارد دارند خواهد طبق مورد درباره
    سال نیز هم دیگر بین خود باید`,
  ur: `کیا کون کس کن کب کہاں کیسے کیسا کیوں کتنا کتنے کتنی کونسا کونسی کا کے کی کو نے میں سے پر تک اور یا مگر لیکن یہ وہ اس ان ہے ہیں تھا
    تھی تھے ہوا ہوئی ہوئے ہو گا گی گے کر کیے کی گئی گیا گئے ہر سب بہت زیادہ نہیں بھی ہی مطابق لیے ساتھ بعد پہلے بارے سال جو کہ دی کہا`,
  ps: `څه څوک چا چیرته کله څنګه څو څومره ولې کوم کومه د په کې ته له سره لپاره او یا خو دا هغه دغه یو هر ټول ډېر نه هم دي ده دی وو وه
    شو شوه شوي کړ کړي وویل کال`,
  ug: `نېمە كىم قاچان قەيەر قەيەردە قانداق قانچە نېمىشقا قايسى ۋە بىلەن ياكى ئۈچۈن بويىچە بۇ شۇ ئۇ ئۇلار بىر ھەر ھەممە بار يوق ئەمەس
    بولغان بولدى دېدى مۇ يىلى`,
  ckb: `چی کێ کەی کوێ لە بە بۆ لەگەڵ و یان بەڵام ئەم ئەو ئەوان یەک هەر هەموو زۆر نییە هەیە بوو بوون کە چەند چۆن بۆچی کام`,
} as const;

const DEVANAGARI = {
  hi: `क्या कौन किस किन कब कहाँ कहां कैसे कैसा क्यों कितना कितने कितनी कौन-सा कौनसा किसने का के की को ने में से पर तक और या लेकिन यह वह ये वे
    इस उस इन उन है हैं था थी थे हुआ हुई हुए हो होगा होगी होंगे कर किया किए की गई गया गए हर सब बहुत ज़्यादा ज्यादा नहीं भी ही अनुसार लिए साथ
    बाद पहले बारे साल जो कि कहा वाला वाले वाली उसकी उसका उसे उनमें किसे बताया`,
  mr: `काय कोण कोणत्या कोणती कोणते कधी कुठे कसे कसा का किती आणि किंवा पण हे हा ही ते तो ती या त्या आहे आहेत होता होती होते झाले झाला झाली मध्ये
    साठी वर पासून पर्यंत नाही देखील सर्व प्रत्येक खूप म्हणाले बद्दल वर्ष केले केला`,
  ne: `के को कसले कहिले कहाँ कसरी कस्तो किन कति कुन र वा तर यो त्यो यी ती छ छन् थियो थिए भयो भए हो हुन् गर्यो गरे मा ले लाई बाट देखि सम्म को
    का की लागि पनि मात्र सबै हरेक धेरै छैन होइन भने बारे वर्ष अनुसार कतिवटा`,
} as const;

export type SharedScript = 'Latin' | 'Cyrillic' | 'Arabic' | 'Devanagari';

/** By script, then by BCP-47 tag, the more widely written first: that order decides a tie. */
export const FUNCTION_WORDS: Readonly<Record<SharedScript, Readonly<Record<string, string>>>> = {
  Latin: LATIN,
  Cyrillic: CYRILLIC,
  Arabic: ARABIC,
  Devanagari: DEVANAGARI,
};

/** Question words of European languages (linguistic data; `question-words.ts` says how to read the rows). */
export const ROWS = `
en quantity how_many how_much how_long how_old how_far how_often how_large how_big how_high how_tall how_wide how_deep how_fast how_heavy number_of amount_of how_frequently
en date when since_when until_when
en person who whom whose who's
en place where
en reason why how_come for_what_reason reason_for what_for what's_the_point
en manner how
en which what which
en noun:quantity percent* number amount share proportion total population price cost rate fraction value length height distance size age volume growth fee revenue speed weight percentages numbers sum figure figures ratio budget turnover capacity
en noun:date year years date day month decade century time period season dates days months weeks hours
en noun:person person people official officials minister president mayor leader leaders speaker journalist author player king
en noun:place city cities country countries place places region regions province provinces state town continent location district nation nations port county river island venue venues areas site sites locations towns states
en noun:organisation company companies organization organizations organisation organisations agency agencies university universities institution institutions department ministry team bank group firm enterprise school bureau party venture ventures associations body bodies ministries teams schools institutes firms centre center outlet
en noun:reason reason reasons cause caused causes purpose aim goal point rationale motive objective
en noun:manner way ways means method methods
ru quantity сколько скольк* насколько_велик* каково_количество количество
ru date когда с_каких_пор до_каких_пор
ru person кто кого кому кем чей чья чье чьи
ru place где куда откуда
ru reason почему отчего зачем из-за_чего по_какой_причине вследствие_чего с_какой_целью для_чего ради_чего
ru manner как каким_образом каким_способом
ru which какой какая какое какие каков какова каково каких какого какой каким какую каком какими
ru noun:quantity процент* количеств* числ* дол* объем* сумм* размер* численност* стоимост* цен* темп* протяженност* площад* население возраст* длин* высот* рост скорост*
ru noun:date год годах году года дата даты дату день дня месяц* век* времени время период* десятилети* сезон* числа дни днях сроки неделя неделе
ru noun:person человек* люди чиновник* министр* президент* руководител* лидер* журналист*
ru noun:place город* стран* мест* регион* област* провинци* штат* государств* район* континент* порт* рек* остров* площадк* территори* точк*
ru noun:organisation компани* организаци* ведомств* университет* учреждени* министерств* предприяти* банк* команд* фирм* агентств* парти* центр* ассоциаци* учрежден* вуз* школ* институт* СМИ орган*
ru noun:reason причин* цель* цели цел* мотив* повод*
ru noun:manner способ* образом мер* метод*
uk quantity скільки
uk date коли
uk person хто кого кому ким
uk place де куди звідки
uk reason чому навіщо з_якої_причини з_якою_метою для_чого
uk manner як яким_чином
uk which який яка яке які якого якій якому яких яку
uk noun:quantity відсот* кількіст* частк* обсяг* сум*
uk noun:date рік року роках році дата день дня місяц* дні дати датах
uk noun:place міст* країн* регіон* област*
uk noun:organisation компані* організаці* установ* університет*
uk noun:reason мета метою причин*
be quantity колькі
be date калі
be person хто каго каму кім
be place дзе куды адкуль
be reason чаму навошта з_якой_мэтай дзеля_чаго
be manner як якім_чынам
be which які якая якое якія якога якой якім
be noun:quantity працэнт* колькасц* дол* аб’ём* сум*
be noun:date год годзе дата дзень дня месяц*
be noun:place горад* краін* рэгіён* вобласц*
be noun:organisation кампані* арганізацы* ўстанов*
bg quantity колко
bg date кога
bg person кой кого
bg place къде накъде откъде
bg reason защо
bg manner как
bg which коя кое кои каква какъв какво
bg noun:quantity процент* брой* дял* сума*
bg noun:date година* дата* ден* месец*
bg noun:place град* държав* стран* регион*
bg noun:organisation компани* организаци*
sr quantity koliko колико
sr date kada кад када kad
sr person ko ко koga кога
sr place gde где gdje
sr reason zašto зашто
sr manner kako како
fr quantity combien quel_est_le_nombre montant part_de
fr date quand depuis_quand
fr person qui à_qui
fr place où d'où
fr reason pourquoi pour_quelle_raison pour_quelles_raisons dans_quel_but à_quelle_fin
fr manner comment
fr which quel quelle quels quelles
fr noun:quantity pourcentage nombre montant part taux proportion volume prix coût population taille longueur hauteur valeur âge
fr noun:date année années date jour mois époque moment période siècle heure décennie dates jours semaine semaines heures
fr noun:person personne personnes ministre président responsable maire
fr noun:place ville villes pays endroit région régions lieu province état port continent site sites quartier endroits lieux
fr noun:organisation entreprise entreprises organisation organisations société agence université institution ministère équipe banque centre centres institut institutions universités agences sociétés école coentreprise
fr noun:reason raison raisons cause causes but objectif objectifs motif finalité
fr noun:manner manière façon moyen moyens
es quantity cuántos cuántas cuánto cuánta cuantos cuantas cuanto
es date cuándo desde_cuándo
es person quién quiénes quien quienes
es place dónde adónde de_dónde
es reason por_qué por_que a_qué_se_debe para_qué con_qué_fin
es manner cómo
es opening:date cuando
es opening:place donde
es opening:manner como
es which qué cuál cuáles que cual
es noun:quantity porcentaje número cantidad proporción tasa volumen precio población valor parte
es noun:date año años fecha día mes época momento siglo hora década fechas días semana semanas horas
es noun:person persona personas ministro presidente alcalde
es noun:place ciudad ciudades país países lugar lugares región provincia estado puerto
es noun:organisation empresa empresas organización organizaciones agencia universidad institución ministerio equipo compañía agencias universidades instituciones centro asociación organismo
es noun:reason razón razones motivo causa fin objetivo finalidad propósito motivos causas
es noun:manner manera forma modo
pt quantity quantos quantas quanto quanta
pt date quando desde_quando
pt person quem de_quem
pt place onde aonde de_onde
pt reason por_que por_quê por_qual_motivo para_quê com_que_objetivo
pt manner como
pt which qual quais que
pt noun:quantity porcentagem percentagem número quantidade proporção taxa volume preço população valor
pt noun:date ano anos data dia mês época século datas dias semana
pt noun:person pessoa pessoas ministro presidente
pt noun:place cidade cidades país países lugar região província estado
pt noun:organisation empresa empresas organização organizações agência universidade instituição
pt noun:reason razão motivo causa objetivo finalidade propósito
pt noun:manner maneira forma modo
it quantity quanti quante quanto quanta
it date quando
it person chi di_chi
it place dove da_dove dov'è
it reason perché perche come_mai
it manner come
it which quale quali che qual
it noun:quantity percentuale numero quantità proporzione tasso volume prezzo popolazione valore
it noun:date anno anni data giorno mese periodo secolo date giorni settimana
it noun:person persona persone ministro presidente
it noun:place città paese paesi luogo regione provincia stato
it noun:organisation azienda aziende organizzazione organizzazioni agenzia università istituzione società
it noun:reason ragione motivo causa scopo obiettivo fine
it noun:manner modo maniera
de quantity wie_viele wie_viel wieviel wieviele wie_hoch wie_groß wie_lange wie_lang wie_oft wie_weit wie_alt wie_schnell wie_schwer anzahl
de date wann seit_wann bis_wann
de person wer wem wen wessen
de place wo wohin woher
de reason warum weshalb wieso weswegen aus_welchem_grund wozu zu_welchem_zweck
de manner wie wodurch auf_welche_weise
de which welch* was
de noun:quantity prozentsatz anteil anzahl zahl menge prozent betrag höhe umfang rate preis bevölkerung
de noun:date jahr jahre jahren datum tag monat zeit zeitpunkt zeitraum jahrhundert jahrzehnt daten tagen tage woche terminen termin
de noun:person person personen minister präsident politiker
de noun:place stadt städte städten land länder ländern ort region provinz staat bundesstaat hafen kontinent
de noun:organisation unternehmen firma organisation organisationen behörde universität institution ministerium mannschaft team bank zentrum verband unternehmens firmen universitäten institut einrichtung einrichtungen
de noun:reason grund gründe gründen ursache zweck ziel
de noun:manner weise
nl quantity hoeveel hoe_lang hoe_groot hoe_hoog hoe_vaak hoe_oud
nl date wanneer sinds_wanneer
nl person wie van_wie
nl place waar waarheen waarvandaan
nl reason waarom
nl manner hoe
nl which welk welke wat
nl noun:quantity percentage aantal deel bedrag
nl noun:date jaar datum dag maand
nl noun:person persoon mensen
nl noun:place stad steden land landen plaats regio
nl noun:organisation bedrijf bedrijven organisatie universiteit
nl noun:reason reden
sv quantity hur_många hur_mycket hur_stor hur_länge
sv date när vilket_år vilken_dag
sv person vem vilka_personer
sv place var vart varifrån vilket_land vilken_stad vilka_länder
sv organisation vilket_företag vilken_organisation
sv reason varför
sv manner hur
da quantity hvor_mange hvor_meget hvor_stor
da date hvornår hvilket_år
da person hvem
da place hvor hvilket_land
da reason hvorfor
da manner hvordan
nb quantity hvor_mange hvor_mye hvor_stor
nb date når hvilket_år
nb person hvem
nb place hvor hvilket_land
nb reason hvorfor
nb manner hvordan
fi quantity kuinka_monta kuinka_paljon montako paljonko kuinka_moni kuinka_suuri kuinka_kauan
fi date milloin koska minä_vuonna
fi person kuka ketkä kenen keitä
fi place missä mistä mihin
fi reason miksi
fi manner miten kuinka
pl quantity ile ilu iloma jak_wiel*
pl date kiedy
pl person kto kogo komu kim
pl place gdzie skąd dokąd
pl reason dlaczego czemu
pl manner jak w_jaki_sposób
pl which jaki jaka jakie który która które którym której jakim których
pl noun:quantity procent* liczb* część ilość
pl noun:date rok roku dzień dniu data miesiąc*
pl noun:place miast* mieście kraj* krajach region*
pl noun:organisation firm* organizacj* uniwersytet* instytucj*
cs quantity kolik
cs date kdy
cs person kdo koho komu kým
cs place kde kam odkud
cs reason proč
cs manner jak
cs which jaký jaká jaké který která které kterém kterých
cs noun:quantity procent* počet podíl
cs noun:date rok* roce den datum měsíc*
cs noun:place měst* městě zem* region*
cs noun:organisation firm* společnost* organizac*
ro quantity cât câți câte câtă cât_de cat cati cate câta
ro date când cand de_când
ro person cine cui pe_cine al_cui
ro place unde de_unde
ro reason de_ce din_ce_cauză din_ce_motiv
ro manner cum
ro which ce care
ro noun:quantity procent* procentaj* număr* numărul cantitate* proporție populația suma
ro noun:date an anul ani dată data zi ziua lună luna perioadă secol deceniu
ro noun:person persoan* ministru președinte
ro noun:place oraș* țar* țări loc locul regiun* stat state provincie
ro noun:organisation companie* compani* organizați* agenți* universit* instituți* echip*
ro noun:reason motiv* cauz*
ro noun:manner mod fel
hu quantity hány mennyi mekkora hányan hányszor milyen_hosszú
hu date mikor melyik_évben hányadikán
hu person ki kik kit kinek
hu place hol hová honnan melyik_ország* melyik_város*
hu organisation melyik_cég* melyik_szervezet* melyik_vállalat*
hu reason miért
hu manner hogyan
el quantity πόσοι πόσες πόσα πόσο πόσων πόση πόσος πόσους
el date πότε
el person ποιος ποιοι ποιον ποιανού ποιους
el place από_πού
el reason γιατί για_ποιο_λόγο για_ποιον_λόγο
el manner πώς
el opening:place πού σε_ποια_πόλη
el which ποια ποιο ποιες τι ποιων ποιας
el noun:quantity ποσοστό αριθμός αριθμό ποσό ποσότητα πληθυσμός μέγεθος
el noun:date χρονιά έτος χρόνο ημερομηνία ημέρα μέρα μήνα έτη χρονολογία δεκαετία αιώνα περίοδο εποχή ώρα
el noun:person άτομο πρόσωπο
el noun:place πόλη πόλεις χώρα χώρες μέρος περιοχή περιοχές τοποθεσία πολιτεία ήπειρο
el noun:organisation εταιρεία εταιρία εταιρείες οργανισμός οργάνωση πανεπιστήμιο ομάδα ίδρυμα υπηρεσία οργανισμό
el noun:reason λόγο λόγος λόγοι αιτία
el noun:manner τρόπο
`;

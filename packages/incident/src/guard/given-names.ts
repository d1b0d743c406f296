// Given names common in Sweden, and among those whom the networks meet: written in small letters they are still names.

const names = `
adam adrian agneta agnes ahmed aisha aksel albin alejandro aleksandra aleksander alex alexander alexandra alexandru alfred ali alice alicia alin alina aliona alisa alva amalia amanda amelia amina amir amira ana anastasia anastasiia anastasija anca anders andrea andreas andreea andrei andrej andrii andriy angela angelica angelina ania anita anja anna annika anneli annelie ann-marie anna-karin annette anton antonia antonio antti aom apinya arash arif arman arne artem artur asha astrid august axel ayesha aylin aziz
barbro beata beatrice benjamin bengt bengta berit bertil besart bianca birgit birgitta blessing bogdan bozena branko britt britta britt-marie bukola
camelia camilla carin carina carl carlos carmen carolina caroline catalin catalina catharina cecilia chantal charlotte chidi chinedu chioma chloe christian christer christina claudia cornelia cosmin costel cristian cristina
dana daniel daniela danuta dariusz daria daryna david diana dimitri dimitrij dmitri dmitro dmytro dorina doru dragan dragos duc
ebba eddy edith efe efosa ekaterina elena elin elina elisa elisabet elisabeth elisabeta elizabeth ella ellen elsa emanuel emil emilia emily emma emmanuel emre ephraim erik erika eriks esosa ester esther eugen eva evelina ewa
fadi faisal farah farid farida fatima fatou fatuma favour felicia felix fernando filip filippa florentina florian florin fredrik frida
gabriel gabriela gabriella galina george georgiana georgeta gheorghe ghita giulia goran greta grzegorz gudrun gunilla gunnar gustav göran
habib hakan hala halina halyna hamid hamza hanan hanna hannah hans haruna hasan hassan hawa hedda helen helena helene helga henrik hope faith henry hieu hilda huda hugo hung hussein hussain
ibrahim ida ikram ilie ilinca ilona ilse ines inga inger ingrid ioana ion ionel ionela ionut irena irina iryna isabella isak ivan ivana iveta ivo
jacob jakob jamal james jan jana jasmin jasmine jelena jennie jennifer jenny jerzy jesper jessica jesus joakim joana joanna johan johanna john johnny jolanta jonas jonathan jorge jose josef josefin josefine joseph joy juan judith jukka julia juliana julian juliia jussi justyna
kadir kamal kamila kanya karen karin karl karolina katarina katarzyna katerina kateryna katja katya kemi kenneth kerstin ketut khadija khalid kim klara klaus kofi konrad krisztina kristian kristina krystyna ksenia kseniia kurt kwame
lamai larisa larysa lars lasse laszlo latifa laura lena lennart leo leon lidia lidiya liisa lilja lilian lilly lina linda lindita linh linnea linus lisa lisbeth liudmila liuba ljubov loredana lovisa lucas lucia lucian ludmila luis lukas luminita luka lyudmyla
madalina madelene magda magdalena magnus mahmoud mai maj maja malee malgorzata malin mamadou manuel mara marcel marcin marcus margareta mari maria mariam mariama mariana marianne marie marija marika marin marina marine mario marius mariya marta martin martina maryam maryna mateusz mathias mats mattias maurice max maxim mehmet mercy michael michaela michal miguel mihaela mihai mikael mila milan milena mina minh mira mirela miriam mirjam mircea mirza mohamad mohamed mohammad mohammed moa mona monica monika muhammad mustafa mykola
nadia nadiia nadja naomi narin natalia nataliia natalie natalija natalya natasha nathalie nelly ngozi nguyen nicolae nicole nicoleta niclas niklas nikola nikolaj nikolina nils nina nisa nok noi noor nora nour nuch nuno nuttaporn
ola olav ole oleg oleh oleksandr oleksandra olena olga olha oliver olivia olle olof oksana omar ornella osas osagie osaro oscar oskar osman otto ovidiu
pablo paolo patricia patrik paul paula paulina pavel pavlo pawel pedro pelle per-olof peter petra petru petter philip phuong pia piotr ploy pontus pornthip precious princess
rachel radu rafael rahel raluca ramona rania rasmus rasa rashid raul razvan rebecca rebecka regina renata ricardo rickard rihanna rikard rita robert roberto robin roger roland rolf roman romina rosa roxana roza ruslan ruta ruth ruxandra
saara sabina sabrina sadia said salma salome sam samantha samira samuel sandra sanna sara sarah sasha sebastian selma senait sergei sergej serhii sergiu shanice sharon silvia silviu simon simona simone sirikit sladjana sofia sofie sofija solveig somchai somsak sonia sonja sophia sorin sorina stanislav stefan stefania stefanie stella stina sunisa susan susanna susanne suzana svea sven svetlana svitlana sylwia somying siriporn sukanya supaporn
tamara tanja tania tanya tariq tatiana tatjana tatyana taras tereza teresa tesfaye tetiana tetyana thanh thea theo theodor therese thi thomas thuy tiago timea tina titti tobias tom tomas tomasz tommy tone tony torbjörn tove tran tuan tuva tünde
ulla ulrika urban ursula usman
vadim valentin valentina valeria valerie vanessa vasile vasilica vasyl vera verica veronica veronika vesna victor victoria viktor viktoria viktoriia vilma viola violeta viorel viorica vitalie vlad vladimir volodymyr
wafa waldemar wanjiru wanda wanida wei wiktoria wilhelm wilma wioletta wojciech
xiao yana yasmin yasmine yetunde yevgenij yohannes yolanda yordanka yosef youssef yulia yuliia yulija yuri yusuf yvonne
zahra zainab zara zeinab zeynep zhanna zlata zoe zofia zoltan zsofia zuzana åke åsa
abdi abdul abdullah abdulrahman abdirahman abebe adaeze adeola adina agnieszka akua aleksandr alem alena amadou amna ananda anh anong anton anzhela ardit arben asif asma aster awa
azad babak bahar barbara bashir behnaz bekele bilal binta biniam binyam bogdana boonmee brian burim camelia chanida chen chiamaka chukwu ciprian claudiu corina crina dalia danijel daouda
darko davit dejan desta diego dilan dinara djamila dmytrii doina dorota dragica dusan dzenana eden edita edona efrem ejiro elias elmira eman emeka emina ermias esma etsub
eunice evaldas evangeline evelyn ewelina fadumo farhad fateme fernanda fikru filmon fjolla floarea florentin foday fredah gabi genet getachew geta giorgi girma gloria gordana gulnara
habiba haben hadi hadja halim hamdi haruto hermon hiba hodan hoang huong ifeoma ifeanyi ihsan ikenna ilir imran indira ioan iulia iulian ivona izabela jadwiga jamila jaroslav jasna
jelica jemal jiraporn joao joel jovana kadija kaltrina kanchana katharina kidane kittisak krasimir kwabena lamin lejla leila leyla lidija liridon liza lola lorena luljeta lyuba madina mahir
mahsa malgosia malik manel mansour marek margit mariela marijana markela marko marta marwa maryan matej mebrahtu mehdi mei merhawit mervat mesfin mihail milica milos mirela mirjana mirko mitko
mohamud mouna mukhtar mulu murat musa nasrin natthaya neda negin ngoc nga nhung nikita nikos nilufar niran noura nurul obinna oluwa omid ondrej onyeka oxana oyelola panida parisa
peace petar petya phuc plamen prasert preecha quynh rabia radka radoslav rahma ramazan rana rania rattana reza rodica roksana rosen roya rustam sabrije safiya sahra saida sakina salih
samba samir saman samba sami sanja sasa sefora selam selin semira serhat shirin shpresa sidra simret siri siriwan slavica slobodan soraya stanimir stoyan suda sulayman sumaya sunita
svetla tadeusz tamta tasneem tatsiana tekle temesgen tenzin teodora teodor tesfalem thaweesak thidarat tien timur todor tomasa trang tsvetan tuong uche valon vanja vasil vesela viet vika vikki
vinh vitali vladislav wanna wassana waleed wasim weronika xhevdet ximena yemi yohana yonas yordan yoseph zaineb zamira zdravko zeljko zhen zlatan zlatko zoran zora alisher askar aziza bakhyt
bolat davron dilnoza erkin farrukh feruza gulnora jasur kamola laylo malika nargiza nodira otabek sardor shakhnoza sherzod umida zarina batbayar bayarmaa enkhjargal oyuna tuya anders birgit mikkel soren
ingeborg aila aino eero heikki kaisa matti paivi pekka riitta timo elle aslaug claes göte gösta håkan kjell märta märit mårten pär pontus ragnar rune sigrid sixten siv
stellan stig-arne sture sune sölve torsten tore tyra ulf-göran vivianne yngve örjan östen alexis cindy bella mimi lulu lola kiki nana dolly monique jade angel lucy lily ruby
lexi candy tiffany kelly jimmy johnny ricky
`

/** In small letters. Words that are also ordinary ones in either language ("per", "bo", "may") are left out. */
export const givenNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/))

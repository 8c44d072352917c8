"""How common words are in English news: what a small collection cannot know of itself.

Of five articles about one event, every word of the event stands in all five, and nothing tells these words from "the".
So every collection is looked at as if BACKGROUND_ARTICLES others lay beside it: they decide what is common in a small
one, and are lost in a large one.
"""

BACKGROUND_ARTICLES = 2_000
"""With five times as many or as few, the seeds are one story and samples of unrelated articles are none, too."""

COMMON: tuple[tuple[float, str], ...] = (
    (
        1.0,
        "a and for in of the to",
    ),
    (
        0.707,
        "an are as at be but by from has have is it not on said that this was will with",
    ),
    (
        0.5,
        "about after all also been had he his more new one or other out their there they time up we were which who "
        "would year",
    ),
    (
        0.354,
        "call can could do first get go i if includ into just last like make nation no now onli over peopl presid "
        "report say so some state take than them told two usa use week what when work",
    ),
    (
        0.25,
        "accord ad against american ani back becaus befor between both come compani continu countri day did down dure "
        "end even expect govern group help him hous how issu look made mani may month most much need news offici our "
        "own part plan polit public right see should show sinc still such support then these think those three "
        "through under veri want way well where while world you",
    ),
    (
        0.177,
        "administr allow alreadi anoth around ask base becom believ busi campaign case chang claim clear close "
        "current deal democrat elect face far five follow forc former four general give good her here high home hope "
        "howev import increas interest international know law lead leader live long major manag market mean meet "
        "member million move mr my next number off offer offic open oper parti person place play point polici possibl "
        "power provid put question recent remain republican respons result run same second secur servic set sever "
        "share she sign start statement talk term thing today too top tri united us whether white",
    ),
    (
        0.125,
        "across act action again agenc ago agre america among announc appear area associ attack author away best "
        "better big bill billion build came care charg chief citi co comment committe concern congress consid control "
        "cost court creat critic cut decis depart despit develop differ direct director doe donald due each earli "
        "earlier econom effect effort european everi execut fact fail famili feder few fight final find firm focus "
        "foreign found full fund further futur given got great hand happen hard head held hit hold industri inform "
        "investig involv job john keep larg later least leav left less level life line littl lot march matter me "
        "media might minist monday money must name near never note old onc order particular past pay posit post press "
        "previous price problem process product protect rais rate reach real realli reason receiv record relat releas "
        "repres requir return rise rule secretari seem seen senat side six someth sourc speak stand step stop stori "
        "strong suggest system taken third though thursday took total trade tuesday turn until view vote washington "
        "wednesday whi win without yet york your",
    ),
    (
        0.088,
        "abl accept access account accus activ actual addit address agreement ahead aid aim alleg almost along "
        "although alway am anti approv april argu attempt bad bank began begin behind benefit biggest bring buy "
        "candid capit carri caus center certain chairman challeng chanc children commit common communiti compar "
        "complet confer confirm conserv contribut corp cours daili debat decad decemb decid defend demand deni "
        "describ detail discuss done economi enough europ event ever evid exchang express fall fear februari feel "
        "figur financi fire form forward free friday friend game global grow growth half health hear himself histori "
        "hour human idea improv inc individu initi instead institut interview invest januari join justic key kill "
        "kind known late latest launch learn led legal let limit list local lost low main man mark measur messag "
        "michael militari morn night north noth novemb often opportun organization outsid pass percent perform polic "
        "potenti present presidenti pressur privat produc program project promis propos push rather read research "
        "respond risk role russia russian sale school seek senior serious serv short signific similar situat small "
        "social south special spend spokesman stay success sunday sure target tax team tell thought threat togeth "
        "toward uk understand union university valu voter war warn watch went within won word wrote",
    ),
    (
        0.062,
        "achiev advanc advis affect age air al alli amount analyst annual answer anyon anyth appeal approach arm "
        "assist attent attorney avail averag avoid ban battl bbc becam below black board bodi book boost border break "
        "british brought budget cannot central china choic citizen civil clinton com commiss competit condit conduct "
        "confid congression connect constitut consum controversi council cover credit crime crimin crisi damag danger "
        "data date david death declar declin defens deliv design determin die difficult document dollar domest drive "
        "drop earn east educ eight either ensur enter entir especi establish estim everyon everyth exampl exist "
        "expand experi expert explain fair file financ franc front gain gave generat georg goal ground higher host "
        "huge illeg imag immedi immigr impact incom independ indic insist intellig itself judg juli june lack largest "
        "lawmak legisl liber link london longer lose loss love lower meanwhil men met middl mind minor minut miss "
        "moment natur negoti net network nomin non octob oil opinion oppos opposit option origin paid paul per period "
        "phone pick player poll popular practic predict prepar prevent prime probabl profit progress protest prove "
        "publish quarter quick quit r race rang reduc refer reflect reform refus region reject repeat replac request "
        "respect rest reuter reveal review robert saturday save saw sell sen send sens sent separ septemb seri seven "
        "simpli singl someon soon specif speech spent staff stage standard star stock strategi street struggl studi "
        "suffer surpris t technolog test themselv thousand threaten tie travel unit urg vice victori video visit wait "
        "websit west whole whose wide women worker worri write wrong young",
    ),
    (
        0.044,
        "abil abov absolut abus acknowledg activist add admit advertis affair agenda alon amid appar appli argument "
        "arrest arriv articl attend attract august awar award basi basic beat beyond bid bit blame block brief "
        "britain bush california car career cash celebr centr check chines choos cite class club colleagu collect "
        "combin communic compet comput conflict consist contact contain contract convers cooper corpor coupl cross "
        "crowd cultur custom d dead debt deep defeat delay demonstr depend deputi digit diplomat district divis domin "
        "door doubl doubt dozen draw drug easi els email emerg employ employe encourag energi enforc engag england "
        "equal essenti eventu exact expens export extend extrem eye factor failur favor featur fell fellow felt field "
        "film fix florida food fourth fox freedom french fulli gather german germani giant goe gone governor grant "
        "greater handl happi heard heart highest highlight hill histor hospit hundr identifi ignor implement impos "
        "influenc insid insur intend intent internet introduc investor iraq islam jame japan joint labour land lawyer "
        "leadership letter lie light maintain manufactur mass massiv match meant medic mention mike ministri model "
        "moscow movement music necessari newspap nine nomine normal obvious onlin oppon overal page paper parent "
        "particip partner payment peac perhap photo pictur pledg politician poor popul prefer pretti primari prioriti "
        "professor programm promot pull purchas radio ralli rank re readi realiti red regard regul regular "
        "relationship remark remov rep reserv resid resourc restrict retir revenu richard rival road room rose round "
        "s safe safeti schedul search season seat secret sector self session shift shot signal sit site slow societi "
        "sold solut sometim son sort sound southern speaker spoke spread status strike student subject summer suppli "
        "suprem suspect televis terror terrorist texa thank throughout titl tough town track tradit train treat trial "
        "troubl true trust tv type ultim un unlik user usual version via victim violat violenc voic vs walk wall "
        "water weapon weekend welcom western whom woman worth",
    ),
    (
        0.031,
        "abc adopt advantag advoc afford africa african afternoon agent aggress altern ambassador amend analysi "
        "andrew ap apart applic appoint appropri armi assault assess asset assum audienc balanc bar bigger bomb bond "
        "born boss bought box brand broad broke brother brown built capabl capac card carolina cast centuri champion "
        "channel charl child chris clean click climat coalit colleg combat command commerci complex conclud confront "
        "consequ consider construct consult content contest convent convict convinc core correct counsel count counti "
        "coverag crucial de deepli deficit definit democraci destroy devic disappoint dismiss disput distribut divid "
        "doctor dramat duti e eastern economist editor elector emergency endors engin enjoy entertain environ equip "
        "era eu euro evening examin except exercis expans extra facil faith fals fan fast father fill fine finish "
        "fiscal fit fli floor forecast formal foundat founder frustrat fuel fundament gas green guarante gun guy harm "
        "harri heavi hurt imagin impress incid inde infrastructur injuri inquiri instanc integr intern invit iran "
        "ireland island joe journal journalist jump kept kick kid knew korea languag larger lift listen loan locat "
        "margin martin materi mayb mexico mid mission mistak mix mobil moder modern monitor mother motiv movi ms "
        "multipl murder muslim negat neither none nor northern notic nuclear object observ obtain occur ohio ongo "
        "organ outcom owner packag panel pari park parliament path perfect permiss peter piec plant platform pleas "
        "plus pose prais pre principl prior prison pro probe proceed profession profil prompt proper properti "
        "prosecutor prospect purpos pursu qualiti quot ran rare recommend regist reli rememb renew resign resist "
        "resolv rich roll rough ryan sanction scale scandal scene scienc score screen select shock shoot shop shown "
        "shut simpl size slight sought space specul speed spokeswoman sport spot stake station steve store stress "
        "structur style substanti suppos surround survey surviv suspend sustain tabl task technic ten tend territori "
        "tom toni tool touch tour transfer transport treasuri treatment trend trip truth twice typic undermin unless "
        "updat upon various vast vehicl veteran virginia vow vulner w wage wave weak whatev wife william wing winner "
        "wish wit wonder wors worst written yes yesterday",
    ),
    (
        0.022,
        "abandon abroad accomplish acquir acquisit actor adam adjust adult agricultur airport allianc alongsid angel "
        "anger anticip arrang art asia asian asid aspect assembl assert assur australia australian b babi background "
        "ballot bear behalf beij belief ben berni blast blow blue bottom boy branch broadcast broken bureau cabinet "
        "camera camp canada cancel captur categori caught ceo ceremoni chair chamber chancellor charact christian "
        "church circumst civilian clash closer coach code cold collaps comfort commerc complain complaint complic "
        "compromis conclus condemn confus constant contend context contrast convert coordin copi correspond corrupt "
        "counter credibl criticis cup currenc cycl daughter dc defenc defin degre deleg dem deploy deserv desir "
        "desper disast disclos discov diseas display distanc divers don dr draft drawn dream drew driven driver eas "
        "easier easili echo edg effici electr electron element elimin elsewher embrac emot enabl enemi english entitl "
        "entri environment estat everybodi ex excit exclus experienc explor expos extens extent f fake familiar "
        "famous favour fee femal fewer fifth flag flight flow foot footbal frank fraud frequent fresh function gap "
        "girl gold googl graham grand grew guard guid guilti hall halt harder hate headlin heat heavili hide hire "
        "holder homeland honest hot hotel howard husband ident ill imposs incred india inflat injur innov inspir "
        "instal intens interact interfer israel itali item j jail jan japanes jeff jersey jim johnson jone justifi "
        "kevin king knowledg label labor lawsuit lay leagu leak lean liberti lock los machin magazin mail maker mayor "
        "mcconnel memori mere mile mine minimum moral mount necessarili newli nobodi oblig odd offens older onto "
        "otherwis outlin outrag oversea overwhelm p pace pain pair partisan partnership patient penalti percentag "
        "perman permit physic pm presenc privaci prize procedur prohibit promin prosecut provinc provis punish putin "
        "qualifi radic rapid reaction reagan realiz recal recogn recov recoveri reduct refuge regim relief religi "
        "remind repli republ resolut restor retail revers revis rock rout row rush san scheme scientist scotland "
        "scott sea section seiz sensit sentenc settl sex sexual shape sharehold sharp ship skill slam smaller smith "
        "softwar soldier solv song spark split spring squar st stabil stanc statist stephen stick stood straight "
        "strateg strength strengthen stronger struck submit subsidiari succeed sudden suit super surg tackl tactic "
        "taxpay tech temporari tension testimoni text theori therefor thoma throw thus tim tip topic traffic trail "
        "transform transit trigger trillion troop turkey ukrain unabl uncertainti unclear unemploy unfair unfortun "
        "uniqu unusu unveil violent virtual virus vision vital vladimir wake wast wear window withdraw worldwid wound "
        "writer younger",
    ),
    (
        0.016,
        "abort academi acceler accompani accur actress advic affili afghanistan afraid aircraft airlin alan alarm "
        "alert alex alexand ambit andi angri anim anniversari anonym anthoni anybodi anywher apolog appl appreci arab "
        "artist athlet attitud attribut automat await ball band bare barrier beauti begun belong bet billionair birth "
        "blood bob boom borrow boston breach brian bridg broader brutal burden burn buyer c cabl calcul calif "
        "canadian cap catch caution cbs chain chao chart cheer chemic chicago chose chosen christma circl circuit "
        "classic classifi client climb cloth coast collin commission comprehens conced concentr concept consensus "
        "conspiraci constitu corner counterpart crack crash creation cri curb dark davi deadlin dealer debut dec "
        "dedic deliber deliveri departur deport destruct detain detect devast difficulti dinner disagre disappear "
        "discrimin disrupt distinct dividend dog donat donor download drag drama drink eager earth eat ed edit edward "
        "elig elit elizabeth embarrass embassi emphas enact encount enhanc enlarg enorm enterpris equiti equival eric "
        "error escap ethic exceed excel excess exclud exempt exit expir explan exploit explos extraordinari factori "
        "fallen farm fashion faster fate feb fed feed feet festiv fighter flat flood folk forget format fortun forum "
        "fought frame fulfil fun fundrais gay genuin georgia god golden grab graduat greatest gross grown guess hack "
        "hang headquart healthcar healthi hero herself holiday hollywood hostil household hunt ii implic inaugur "
        "incent index indian inevit infect innoc instruct interpret intervent irish iron jack joke jonathan jr judici "
        "keen kelli kennedi kim kingdom knock korean l la ladi laid lee legitim lesson licens liter lobbi lord lowest "
        "m mainstream male manner map mari marri marriag matt mechan mental method michigan missil momentum monetari "
        "motion mrs myself n narrow nationwid nativ nbc nearbi nice notabl notion numer ny o occas olymp opt optimist "
        "ordinari ourselv output outstand overcom overhaul overse owe pacif pack paint parliamentari partial passeng "
        "passion patrick pattern peak penc pennsylvania pension pentagon perceiv personnel perspect persuad phase "
        "photograph pitch plane plead plenti pop port portion possess pound poverti preced precis predecessor premium "
        "preserv primarili print proof prosper proud quiet racial racism racist react recess recruit referendum "
        "regardless regulatori relev religion reluct reput rescu resort restaur resum retain revel reviv revolut ring "
        "river roger routin royal runner rural sad sarah satisfi scare scenario scrutini sean sentiment settlement "
        "shadow shake sharpli sick sight signatur singer sir sister slide slip smart sole solid somebodi soviet spain "
        "spi spirit spoken spokesperson sponsor squad stabl steadi steel stem steven stone storm strategist stretch "
        "strict stuff stumbl su subscrib subsequ suffici suicid sum summit surfac surveil susan sweep swing switch "
        "symbol talent tank tap tariff teach teacher tear teenag telephon termin terribl theme ticket tight toler "
        "tomorrow tone tonight tonn tout tower transact transpar truli understood univers unknown unpreced upcom "
        "upset urban v varieti ventur viewer villag visa visitor volum warm warrant warren weaken wealth wealthi "
        "weather web weigh weight wider widespread wild wind winter yield zero zone",
    ),
    (
        0.011,
        "absenc academ accid accommod adapt adequ admir aftermath afterward alien aliv alter amaz anyway approxim "
        "arabia arsenal assign asylum atlant atmospher attach aviat banker bankruptci barrel bay beach beaten bed "
        "berlin bitter blind bloc blog bolster bound brazil breakthrough breath broker brussel bus calm captain "
        "carrier cautious cell cent chapter chariti chase cheap chip christoph circul citizenship clarifi clinic "
        "closest coal collabor columbia column comedi compel compens competitor compli compon concert concess concret "
        "confidenti consolid consumpt contributor cook cool courag crazi creativ crew crown crude custodi dan danc "
        "daniel decreas deem deeper demograph denial deposit depress depth detent devot disciplin disclosur discount "
        "distract disturb dress dri drove dub dutch dynam egypt el elder empti endur episod ethnic evalu excus "
        "explicit extremist farmer fault fierc fish flaw flexibl float framework francisco g gang garden gate gdp "
        "gear gender gift globe gmt grade gradual grave guest guidanc guidelin gulf h hail hammer harsh helicopt hell "
        "henri heritag hike hint hole hong humanitarian ice icon ideal illinoi impli inappropri inclus incumb indiana "
        "indict influenti insult interven iranian iraqi isol isra italian jackson jason jay jet jewish jordan jose "
        "joseph journey judgment juri kerri killer kong kremlin latter laugh leg legaci lend length lengthi leverag "
        "liabil lib liquid load loom manchest manipul marin mask master mate matthew matur maximum medicin medium "
        "membership merger merit mexican microsoft migrant migrat miller modest morgan mortgag motor mountain multi "
        "mutual navi neil netherland nevertheless novel occasion occupi offend offset oh ok optim oscar oust outbreak "
        "outlook overnight overturn ownership pact passag peer pen pend percept persist phrase pilot pipelin plot "
        "pocket pool portray pour preliminari premier princip privileg proport proven pure raid rail rain reader "
        "realist reassur rebuild recognit regret reinforc reiter remot reopen restructur reward rick rid ride ridicul "
        "risen rob ronald sampl sat saudi scope scrap seal semi sept server shame shortag shout sidelin silver simon "
        "sixth sky slowli smoke soar soft somehow somewhat sophist spanish spell spotlight spur stall strain stream "
        "string strip stuck studio stun subsidi substanc sun surplus suspens suspicion swift swiss takeov tape taylor "
        "temporarili tender thrown tini tokyo toll tougher tourist trader tragedi translat trap treati tremend truck "
        "tune turkish unaccept unchang unexpect uniti upgrad upper urgent util valid valley van vari versus veto "
        "visibl volunt wash watchdog welfar whip willing workforc yourself youth zealand",
    ),
)
"""The share of articles in which stems stand, in steps of half an octave: of ASCII letters, common in at least three
of four collections of news of 1987 to 2020. Names that only one time or one agency speaks of are left out."""

RARE = 2.0
"""In how many of the background's articles a stem that is not listed stands."""

BACKGROUND = {stem.encode(): share * BACKGROUND_ARTICLES for share, stems in COMMON for stem in stems.split()}
"""In how many of the background's articles each common stem stands."""

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
        "an as at be but by from have it not on say that this will with",
    ),
    (
        0.5,
        "about after all also he his much new one or other out their there they time up we which who year",
    ),
    (
        0.354,
        "call can do first get go i if include into its just last make no now only over people president so some "
        "state take tell than them two usa use week what when work",
    ),
    (
        0.25,
        "according add against american any back because before being between both come company continue country day "
        "down during end even expect government group help him house how issue like look many may month most national "
        "need news official our own part plan political public report right see shall show since still such support "
        "then these think those three through under very want way well where while world you",
    ),
    (
        0.177,
        "administration allow already another around ask become believe business campaign case change claim clear "
        "close deal election face far five force former four general give good her here high home hope however "
        "international know law lead leader life long market mean meet member million move mr my nation next number "
        "off offer open party place play point policy provide put question remain republican result run same second "
        "security service set several share she sign start statement talk term thing today too top try united us "
        "whether white",
    ),
    (
        0.125,
        "across act action again agency ago agree america among announce appear area attack away based big bill "
        "billion build care charge chief city co comment committee concern congress consider control cost court "
        "create current cut decision democrat democratic department despit director donald due each early economic "
        "effort european every executive fact fail family federal few fight find firm focus foreign full fund future "
        "great hand happen hard head hit hold important increase information interest involve job john keep large "
        "late leave left less level likely line little live lot major march matter me media minister monday money "
        "must name never note office old once order past pay possible post power press price problem process raise "
        "rate reach real really reason receive recent record release require return rise rule secretary seem side six "
        "something source speak stand step stop story strong suggest system third though thursday trade tuesday turn "
        "until view vote washington wednesday why win without yet york your",
    ),
    (
        0.088,
        "able access accuse actually address agreement ahead aim almost along although always anti april argue "
        "associate attempt authority bad bank begin behind benefit bring buy candidate capital carry cause center "
        "chairman challenge chance child community compare conference confirm conservative course currently daily "
        "debate decade december decide demand deny describe detail different economy enough europe event ever "
        "evidence exchange express fall fear february feel figure final financial fire follow following form forward "
        "free friday game global grow growth half health hear himself history hour human idea improve inc individual "
        "industry instead interview investigation january join justice key kill kind launch learn legal let limit "
        "list local lose low majority man manage mark measure message michael military morning nearly night north "
        "nothing november often operation opportunity organization outside particularly pass percent person personal "
        "police politics position present presidential pressure private product program project promise protect push "
        "rather read recently reporter represent research respond response risk role russia russian sale school seek "
        "senate senior serve similar situation small social south special spend spokesman stay sunday sure target tax "
        "team threat together total toward uk understand union university value voter war warn watch within word "
        "write",
    ),
    (
        0.062,
        "accept account activity advance advisor affect age air al ally amount analyst annual answer anyone anything "
        "appeal approach approve arm attention attorney available average avoid ban battle bbc below black board body "
        "book boost border break british budget cannot central china choice citizen civil clinton com commission "
        "commit common complete condition conduct congressional contribute council cover credit crime criminal crisis "
        "damage data date david death declare decline defend defense deliver determine develop development die "
        "difficult direct discuss document dollar domestic drive drop east effect eight either elect ensure enter "
        "especially estimate everyone everything example exist expand experience expert explain file finance france "
        "friend front gain george goal host huge image impact income insist intelligence investigate investment "
        "itself judge july june lack lawmaker liberal link london loss love main manager meanwhile middle mind minute "
        "miss moment near net network non october officer oil operate opinion oppose option particular paul per "
        "performance period phone pick player poll popular potential prepare prevent previous previously prime "
        "probably produce profit proposal protection prove publish quarter r race range reduce reflect reform refuse "
        "reject relate replace representative request rest reuters reveal review robert saturday save sell sen "
        "senator send sense september series serious seven short significant simply single someone soon speech staff "
        "stage standard star stock strategy street struggle study suffer supporter surprise t technology test "
        "themselves thousand threaten tie travel urge vice victory video visit wait website west whole whose willing "
        "woman worker worry wrong young",
    ),
    (
        0.044,
        "ability above abuse achieve acknowledge activist addition additional admit affair agenda aid aide allegation "
        "allege alone amid apply approval argument arrest article association attend august author award base basis "
        "beat beyond bid bit blame block brief britain bush california car career cash certain certainly check "
        "chinese choose cite class clearly club colleague competition completely computer conflict consumer contact "
        "contain contract conversation corp corps couple critic criticism criticize cross crowd d dangerous debt deep "
        "defeat delay deputy design difference directly discussion district door double doubt dozen draw drug earn "
        "easy education else email emerge employee encourage energy england entire establish eventually export extend "
        "eye factor failure fair favor feature fellow field film finally fix florida food fourth fox freedom french "
        "fully gather generation german germany giant governor grant ground handle happy heart highlight highly hill "
        "hospital hundred identify ignore illegal immediately immigration impose increasingly independent indicate "
        "influence inside institute institution insurance intend internet introduce investor iraq james japan joint "
        "labor land largely lawyer leadership legislation letter lie light maintain management mass massive match "
        "medical mention mike ministry minority model moscow movement music necessary negotiation newspaper nine "
        "nomination nominee online opponent opposition overall page paper parent partner payment perform perhaps "
        "photo picture pledge politician poor positive possibility powerful practice predict presidency pretty "
        "primary priority production professor progress propose protest publicly pull purchase quickly quite radio "
        "rally rank re ready reality red refer regard region relations relationship remove rep resource respect "
        "responsibility responsible revenue richard rival road room round s safe safety schedule search season seat "
        "sector secure self separate session shift shoot signal sit site slow society solution sometimes son sort "
        "sound southern speaker specific spread status strike student subject success summer supply supreme suspect "
        "television terrorist texas thank throughout title tough town track train treat trial trouble true trust tv "
        "type un unit user version via victim violence voice vs walk wall water weapon weekend weekly welcome western "
        "whom wide worth",
    ),
    (
        0.031,
        "abc absolutely ad adopt advantage advertisement advocate africa african afternoon agent alternative "
        "ambassador amendment analysis andrew announcement ap appearance army arrive assault asset assistance assume "
        "attract audience aware balance bar basic bomb bond born boss box brand broad brother brown capacity card "
        "carolina cast celebrate century champion channel charles chris clean click climate closely coalition college "
        "combat combine commercial commitment communication compete complex conclude confidence confident connect "
        "connection consequence constitution constitutional content contest controversial controversy convince "
        "cooperation core corporate counsel count county coverage critical crucial culture customer danger de dead "
        "deeply deficit democracy demonstrate depend destroy device digital diplomatic direction dismiss dispute "
        "divide division doctor dominate duty e eastern economist editor effective effectively emergency enforcement "
        "engage enjoy environment era eu euro evening exactly exercise expansion expectation extra facility faith "
        "false fan fast father fill fine finish fiscal floor fly forecast foundation founder fuel gas generally green "
        "guarantee gun guy harm heavy hurt immigrant implement incident indeed industrial infrastructure initial "
        "initially initiative injury inquiry instance interested invest iran ireland islamic island joe journalist "
        "jump kick kid korea language lift listen loan manufacture martin material maybe mexico mid mission mistake "
        "mix modern monitor mostly mother movie ms multiple murder muslim natural nature negative negotiate neither "
        "none nor normal northern notice nuclear obtain occur ohio ongoing organize original outcome owner package "
        "panel paris park parliament participate path peace permission peter piece plant platform plus politically "
        "population pose potentially praise pre principle prior pro probe proceed professional profile promote prompt "
        "property prosecutor prospect purpose pursue quality quote register regular regulation rely remark remember "
        "repeat repeatedly reportedly requirement reserve resident resolve retire rich roll ryan sanction scale "
        "scandal scene science score screen secret seriously shock shop shortly shut simple size space speed "
        "spokeswoman sport spot stake station steve store stress strongly style successful surround survey suspend "
        "table task tend territory terrorism tom tony tool totally touch tour transfer treasury treatment trend trip "
        "truth twice ultimately undermine unless unlikely update upon usually various vast vehicle veteran violate "
        "virginia vow vulnerable w wage wave weak whatever widely wife wing winner wish witness yes yesterday",
    ),
    (
        0.022,
        "abandon abroad accusation acquire acquisition active actor actual adult affordable aggressive airport "
        "allegedly alliance alongside angeles anger apart apparent apparently application appoint appropriate art "
        "asia asian aside aspect assistant australia australian b baby background ballot bear behalf beijing belief "
        "ben bernie blast blow blue bottom boy branch bureau cabinet camera camp canada cancel capture catch category "
        "ceo ceremony chair chamber chancellor character christian church circumstance civilian clash coach code cold "
        "collapse collect commerce competitive complain complaint complicate compromise conclusion confirmation "
        "confront consistent construction context contrast contribution convention convert convict copy corporation "
        "correct counter cup currency cycle daughter dc define degree dem deserve desire diplomat disaster disclose "
        "discover disease display distance don dr draft dream driver ease easily echo edge electoral element "
        "eliminate elsewhere embrace employ enable endorse enemy engineer english entertainment entirely entry "
        "environmental equal equipment essential essentially establishment estate everybody ex examine expense "
        "expensive expose extent extremely f fake familiar fee female fifth fit flag flight flow foot football "
        "founded fraud fresh function fundamental gap generate girl gold google govern graham grand guard guide "
        "guilty hall halt harry hate headline heat heavily hide hire historic holder homeland hopeful hot hotel "
        "housing howard husband identity illegally imagine immediate import importance impossible improvement india "
        "inform injure intention interesting internal investigator invite involvement israel italy item j jail jan "
        "japanese jeff jersey jim johnson jones journal justify kevin king knowledge label lawsuit lay league leak "
        "lean legislative liberty lock los machine magazine mail maker margin mayor mcconnell mile mine minimum "
        "mobile moderate mount necessarily newly nobody nominate obvious obviously officially onto originally "
        "otherwise outline overseas p pace pair partisan partnership patient penalty percentage perfect permit "
        "personally please pm possibly prefer presence prison privacy prize producer progressive protester province "
        "provision putin qualify quick rare reaction reagan realize recall recognize recommend recover recovery "
        "reduction reference refugee regime regional relatively relief religious renew reply republic researcher "
        "resign resolution restore restriction rock roughly route row rush san scheme scientist scotland scott sea "
        "section seize select sentence settle sex shape shareholder sharp ship significantly skill slam slightly "
        "smith software soldier solve song spark specifically speculation split spring square st stance stephen stick "
        "straight strategic strength strengthen structure submit subsidiary substantial succeed suit super suppose "
        "surge survive sustain tackle taxpayer tech technical temporary tension terror testimony text theory "
        "therefore thomas throw thus tim tip topic traditional traffic trail transport trigger trillion troop turkey "
        "typically ukraine unable uncertainty unclear unemployment unveil violation violent virus vision vital "
        "vladimir wake waste wear william window withdraw wonder worldwide wound writer",
    ),
    (
        0.016,
        "abortion academy accelerate accompany accomplish achievement actress adam adjust advertise advice advise "
        "afford afghanistan afraid agriculture aircraft airline alan alarm alert alex alexander ambition andy angry "
        "anniversary anthony anticipate anybody anywhere apologize apple arab artist assembly assess assessment "
        "assist assure attitude attribute authorize await badly ball band barrier basically belong bet billionaire "
        "birth blood bob boom borrow boston breach brian bridge broadcast burden burn buyer c cable calif canadian "
        "cap capability capable caution cbs chain chaos chart cheer chemical chicago christmas circle circuit "
        "classify client climb coast collection collins combination command commander commissioner commons "
        "comprehensive concede concept condemn consensus consideration consistently conspiracy consume conviction "
        "corner correspondent corruption counterpart crack crash creation credibility cry cultural curb custom dark "
        "davis deadline deadly dealer debut dec dedicate definitely delivery departure deploy desperate detain "
        "devastate difficulty dinner disagree disappear disappoint distribute distribution dividend donor download "
        "drag drama dramatic dramatically drink eager earnings earth eat economics ed educate electronic eligible "
        "elite elizabeth embassy emphasize employer employment enact encounter enforce enhance enlarge enormous "
        "enterprise entitle equality equity equivalent eric error escape exceed except exclude exit expire "
        "explanation exploit explore extraordinary extreme factory fairly famous farm fashion feb fed feed fighter "
        "flood folk forget formal formally forum frame frequently friendly frustration fulfill fun gay georgia god "
        "golden goods grab graduate gross grounds guess hack hang hardly headquarters healthcare healthy hero herself "
        "holiday hollywood honest household hunt ii ill implementation incentive independence index indian indication "
        "inflation innovation inspire install integrity intent interference intervention irish jack joke jonathan jr "
        "judicial keen kelly kennedy kim kingdom knock korean l la lady lee legally legitimate lesson license "
        "literally lobby locate location lord m mainly mainstream male manner manufacturer map marriage marry matt "
        "memory merely method michigan missile momentum monetary moral motion motivate mrs myself n narrow nationwide "
        "native nbc nearby nice notion numerous ny o objective obligation observer occasion odds offense offensive "
        "olympic operative operator opt optimistic ordinary ourselves output outrage outstanding overcome overhaul "
        "oversee owe pacific pack pain paint parliamentary passenger patrick pattern peak pence pennsylvania pension "
        "pentagon perceive permanent personnel perspective persuade phase physical pitch plane plead plenty pop port "
        "portion pound poverty predecessor preferred premium preserve primarily print privately procedure prohibit "
        "prominent proof proper properly prosecution proud provider punish quit racial racism racist radical react "
        "reasonable recommendation referendum regardless regularly regulatory relative relevant religion remind "
        "replacement reputation rescue resignation resist resistance resort restaurant restrict resume retail retain "
        "retirement revelation reverse revise revolution ring river royal runner rural sarah satisfy scare scenario "
        "scrutiny sean sensitive sentiment settlement severe sexual shadow shake sharply sick sight signature "
        "similarly singer sir sister slide slip smart solid somebody soviet spain spirit spokesperson sponsor spy "
        "squad stability stable statistic steady stem stone storm strategist stretch strict stuff stumble suddenly "
        "sue suggestion suicide sum summit surface surveillance susan sweep swing switch tactic tank tap tariff teach "
        "teacher tear telephone ten tens terrible theme ticket tight timing tomorrow tone tonight tout tower "
        "transaction transform transition truly unfair unfortunately unique unite unknown unlike unprecedented "
        "unusual upcoming upset urban useful usual v variety venture viewer village virtually visa visitor volume "
        "warm warrant warren weaken wealth wealthy weather web weigh weight widespread wind winter yield zero zone",
    ),
    (
        0.011,
        "absence absolute academic acceptable acceptance accident accountability accountable accurate actively "
        "affiliate aftermath afterward alive alter amaze animal annually anyway apartment appointment appreciate "
        "approximately arabia arrange arrangement arrival arsenal assert assertion asylum athlete atlantic atmosphere "
        "awareness banker bankruptcy barely barrel bay beach beautiful bed berlin bind blind bloc blog bolster brazil "
        "breakthrough broker brussels brutal bus busy calm captain careful carefully carrier celebration celebrity "
        "cell cent chapter charity chase cheap chip christopher citizenship clarify classic coal collective columbia "
        "column comedy comfortable commentator communicate competitor comply component concentrate concession "
        "concrete confidential confrontation confuse confusion considerable constant constantly constitute consult "
        "consultant consumption contend contender contributor cook cool cooperate coordinate costly crazy crew crown "
        "crude custody dan dance declaration decrease deem defender definition delegate delegation demonstration "
        "denial deport deportation depth destruction detect detention determination developer devote digit "
        "disappointing discipline disclosure discount discrimination diverse diversity divisive dog donation dry dub "
        "dutch edit edward efficiency efficient egypt el electorate electric electricity embarrass emotional empty "
        "endorsement endure engine episode equally equip ethics exact excellent exception excite exclusive excuse "
        "execute exempt explosive expression extensive extremist farmer fate fault federation festival fierce firmly "
        "fish flat flaw float format fortune framework francisco frank frankly frustrated fundamentally fundraising g "
        "gang garden gate gdp gear gender genuine gift globally globe gmt grade grave guest guidance guideline gulf h "
        "hail hammer handful harris harsh helicopter hell henry heritage hike hint historical historically hole hong "
        "hopefully hostile humanitarian ice illinois implication imply importantly impress impression impressive "
        "inappropriate inauguration incredible incredibly incumbent indiana infect infection influential innocent "
        "insult insurer intense interaction interfere internationally intervene investigative iranian iraqi islam "
        "israeli italian jackson jason jay jet jewish jordan jose joseph journey judgment jury kerry killer kong "
        "kremlin latter laugh leg legacy lend length lengthy leverage liability lib load loom maine manchester marine "
        "mary mask master mate matthew maximum mechanism medicine medium membership mental merger merit mexican "
        "microsoft migrant miller minor modest monthly morgan mortgage motor mountain multi nationally navy neil "
        "netherlands nevertheless normally notably novel object observe occupy offset oh ok openly opposite organizer "
        "origin oscar oust outbreak outlook overnight overturn overwhelming ownership pact participant participation "
        "partly passage passion peaceful peer pen pending perception perfectly personality photograph phrase pilot "
        "pipeline pleased plot pocket pool popularity portray pour practical precedent precisely prediction "
        "preference preliminary preparation prevention principal productive prosecute prosperity publication "
        "punishment quiet raid rail rain rapid rapidly rarely reader rebuild recession recognition recording recruit "
        "regret regulate regulator reinforce reiterate reluctant reopen restructure retailer revive reward rick rid "
        "ride rob roberts roger ronald routine sad sample saudi savings scope scrap seal seemingly semi separately "
        "sept server shortage shout sideline silver simon sixth sky slight slowly smoke soar soft solely somehow "
        "somewhat sophisticate spanish spell spotlight spur stall steel steven strain stream string strip studio "
        "subscribe subsequent subsidy substance substantially successfully sufficient sun surely surplus suspension "
        "suspicion sustainable swiss takeover talent tape taylor teenager temporarily tender tiny tokyo toll tourist "
        "trader tradition tragedy transparency transportation trap treaty tremendous truck tune turkish typical "
        "ultimate unacceptable unchanged underlie unity universal upgrade upper valley van vary versus veto volunteer "
        "wash watchdog weakness welfare whip wild williams willingness withdrawal workforce yourself youth zealand",
    ),
    (
        0.0078,
        "accessible accomplishment accord adapt adjustment administrative administrator aggressively agricultural "
        "amend anonymity anonymous apology applicant assemble assign assurance attach attacker attractive automatic "
        "automatically aviation bitter breathe broadcaster broadly calculate calculation cautious challenger "
        "circulate clinic clothes clothing comfort commonly compensation concert consist consolidate constituency "
        "constituent consultation conventional coordination corrupt counties courage creative credible daniel "
        "dealings defendant deliberately demographic demonstrator depart dependent deposit designate desperately "
        "differ differently directive disappointment disrupt distinction dominant donate dress economically "
        "educational elderly electronics emotion engagement entertain entitlement ethnic evaluate examination excess "
        "excessive exciting exclusively exemption existence experiment explicitly explosion exporter extension "
        "favorable flexibility follower foreigner frequent fundraiser globalization governance gradually greatly "
        "helpful hugely humanity ideal illness incoming indictment inevitable inevitably initiate innovative insider "
        "institutional instruct instruction integrate integration intentionally interact interpret interpretation "
        "invitation iron isolate journalism lasting legislator liquid manipulate mature memorial mere migration "
        "mobilize motivation motive musical mutual naturally negotiator notable objection occasionally odd "
        "operational optimism overwhelmingly partial partially poorly possess possession premier prisoner privilege "
        "profitable projection promotion proportion publisher realistic reassure refusal rejection remarkable "
        "reminder remote removal reserved respectively respondent ridiculous rough routinely selection separation "
        "severely shame significance sole specialize speculate structural sudden supportive supposedly surprisingly "
        "survival symbol technically televise terminate tolerance tolerate traditionally transformation translate "
        "traveler unexpected unfairly urgent virtual visible wonderful",
    ),
    (
        0.0055,
        "accommodate accommodation accordance accurately activism additionally adequate adequately aggression aids "
        "alien alienate appropriation attendance attraction authorization bare beauty brutality campaigner capitalism "
        "capitalize centered collaboration compel compelling competent competitiveness complexity concentration "
        "considerably construct constructive cooper correction decisive defensive deliberate deployment depress "
        "depression discriminate disruption distinct distract distraction disturbing dominance dynamic edition "
        "effectiveness electrical embarrassment ethical eventual evident execution expansive fairness famously "
        "finalize financially fitness formation formerly frustrate genuinely harmful honestly hostility icon iconic "
        "imagination inclusion inclusive indicator indict inflate insistence installation intensive interactive "
        "ironically jointly landing lawful legalize limitation namely nationalism nationality oblige occasional "
        "offend offender originate outrageous outsider overwhelm painful passionate performer permanently persist "
        "photographer physically predictable presentation presenter preside procedural productivity protective pure "
        "purely quarterly questionable quietly recess reflection relation renewable reservation residence respective "
        "responsive reversal revision sadly safely secretly sexually stabilize stevens strictly stunning subsequently "
        "swift swiftly symbolic systemic talented technological teenage terminal timely transparent unemployed "
        "unfortunate unusually utility utilize valid vulnerability",
    ),
    (
        0.0039,
        "IT abusive accordingly accuser activate admire adoption animate anticipation appropriately assignment "
        "athletics availability aviator breath cancelation civilization clinical collaborate comparable compensate "
        "completion compromised compute condemnation conservation consultancy contention continuous continuously "
        "coordinator correctly correspond courses critically deliberation demographics denis deposition designer "
        "destructive detective disturb dynamics educator edwards elder emotionally evaluation exceptional excitement "
        "explicit exploration extremism falsely fearful flatly flexible footing forceful ignorance implicate "
        "inaugural independently informal inspiration insure intelligent intensity ironic isolation julie lately "
        "liberate liberation lightly manipulation marie medication mentally mobility moderator negatively observation "
        "openness overly persistent populate populism practically precede precise proceeds profitability prohibition "
        "promptly publicity publicize racially readiness recruitment reluctance remotely renewal restrictive revival "
        "rightly rogers sensitivity socially sometime statistical steele stun subscriber succession successive "
        "sufficiently tactical termination territorial thoughtful transit uniquely universe vastly wildly",
    ),
    (
        0.0028,
        "acknowledgment adams adaptation admiral admiration advancement affiliation angel appreciation arabic "
        "artistic athletic believer bitterly booking cautiously circulation civility classical collectively combative "
        "comfortably competence complication concerted consolidation constitutionally container continually "
        "continuation contraction controller conversion cooperative correctness counseling courageous creativity "
        "crucially dangerously davies definitive detection disappearance dismissal disruptive distinctive "
        "documentation dogged domestically dressing efficiently eligibility emergence ethnicity examiner excellence "
        "exclusion exploitation extensively faithful federally feds festive fiercely forcefully forecaster fortunate "
        "fortunately gradual graduation happiness hers hospitalize humane identical ignorant individually "
        "industrialize innocence ins installment integral intentional johns knowingly legality legalization "
        "liberalism liquidity locality locally marginal marginalized materialize maturity migrate mindful modernize "
        "morally murderer mutually normalize optional organ ours packaging peacefully pensioner polite populous "
        "positively precision predictably privileged probable prominence prospective prosperous proudly radically "
        "realistically reasonably reassurance recorder reformer remarkably reside respectful responder restoration "
        "ridicule seasonal secondly secretive seriousness sever severity shameful similarity socialism squarely "
        "stocking strategically sustainability terribly theirs tightly understandable understandably urgently "
        "willingly wrongly",
    ),
    (
        0.002,
        "abandonment abort accession accountant achievable adamant advertiser affection airliner allowance applicable "
        "atmospheric attachment avail basics borrower calculator candid carly centralize ceremonial cloth "
        "collaborative combatant commercially comparative conception confer confidant confidently connectivity "
        "consequently consistency constitutionality contestant criminally daniels darkness decidedly decisively "
        "dedication democratically dependence designation desperation devastation digitally diversion doubtful dues "
        "eagerly elimination encouragement enormously entertainer environmentally evenly excel expectancy expiration "
        "fated favorably festivity finale fiscally frances functional gardener generational generator grande "
        "greatness grounded harshly hateful headquarter hotly ideally importer inappropriately inaugurate indicative "
        "industrialization innovator interestingly intern internally journalistic keenly legislate legitimize "
        "listener lovely markedly masse massively mechanical mechanics mentality mobilization moderation momentous "
        "morale morality murderous normalization noticeable noticeably obligate offs opener orderly organic paired "
        "parental parenting periodically personalize peters physics planting pointedly portrayal preferable premiere "
        "presently preservation principled privatize probability professionalism professionally programmer "
        "prominently prosper protestant radicalized relevance reluctantly residency resistant responsibly revel "
        "richards rounded sadness sexuality situate solidly sophistication specially speculative spirited standardize "
        "substantiate suite symbolize thankful themed tolerant transformative translation unexpectedly validate "
        "validity victimize victorious violently visibility visibly wasteful willful wording wrongful yours",
    ),
)
"""The share of articles in which the terms of families stand, in steps of half an octave: of ASCII letters, common by
their stems in at least three of four collections of news of 1987 to 2020; how the forms of a stem are shared out among
families was counted in 10,222 articles of three of them. Names that only one time or one agency speaks of are left
out."""

RARE = 2.0
"""In how many of the background's articles a term that is not listed stands."""

BACKGROUND = {stem.encode(): share * BACKGROUND_ARTICLES for share, stems in COMMON for stem in stems.split()}
"""In how many of the background's articles each common term stands."""

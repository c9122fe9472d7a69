"""Words with a capital that name no person: function words, headings, days, parties, papers."""

from __future__ import annotations

__all__ = ["ADJECTIVES", "COMMON", "DOES", "SURNAME_TOO"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# in lower case; hand-picked from what heads sentences and titles in printed records
COMMON = _words(
    """
    matter timetable timetables provinces disadvantage disadvantages briefly hastily paradoxically
    addressing assuring negotiating lawyer lawyers economist economists journalist journalists banker
    bankers businessman businessmen industrialist historian dash usgov commandant commandants extraordinary plenipotentiary
    signé signée gez interview inform advise instruct dir sgd bolshevik bolsheviks menshevik mensheviks aust francais français française
    americain américain américaine soviétique soviétiques erster ersten zweiter
    polad polads candidacy manager managers compilations trip ship speed stock trust vest water train head
    house mines quest court harm nails deal counts drum holder lean whip straight dept depts deptel govt res
    secto fonoff embtels contel nsc un uk usa us nato oas seato cento cia jcs prc roc grc gvn drv nlf dod
    aec uar unef fy fyi osd usaf usia aid ica oecd gatt eec euratom u.s. u.s.s.r. u.k. u.n. u.a.r. d.c.
    chiefs chicom chicoms sino-soviet d-day h-bomb h-hour east-west kms nea eur ara fe af nodis ibrd imf
    opec oau unesco majesty majesties highness highnesses excellencies honor honour jr sr may march founding
    fathers pilgrim signatory undersigned a abolition about above abroad accelerate accept access accord
    according accordingly accords across act acting action actions active activities activity actual
    actually ad added additional additionally address addressed adequate administration administrations
    administrative admittedly adopted advance advantages advise advisers advisor advisors advisory aerial
    affecting after afternoon again against agencies agenda aggression agree agreed agreement agreements
    agricultural agriculture ah aha aide aide-memoire aide-mémoire ain air airborne aircraft airgram
    airgrams all alliance allied allies almost along alpha already alright also alternate alternative
    alternatively alternatives although am ambassadorial amendment amid amidst among an analysis and annex
    annexes anniversary announcement annual another answer anti anticipated any anybody anyone anything
    anyway apart apollo apparent apparently appendix applause application apply appointment appraisal
    appreciate approach approaches appropriate appropriations approval approve approved approximately apr
    april archives are area areas aren armaments armed armistice arms arrangements article articles as aside
    asked aspects assign assist assistance associated association assume assuming assumption assumptions
    assurances at atlas atomic attached attachment attack attempt attending attention attitude attitudes aug
    august authorities authority autumn aviation avoid baathist baathists background balance ban base based
    bases basic basically basin be because before begin beginning behind being believe believing besides
    better between beyond bible big bilateral bloc blue boeing bombing books border both brackets branch
    bravo brief briefing bring buddhist buddhists budget building bundesrat bundestag bundeswehr business
    but buy by cables calendar call campaign can can't cannot can’t capabilities capital capitalism
    capitalist capitalists careful category catholic catholics center century certain certainly change
    changes chapter charge choice christ christians christmas chrome chronological circular circulated cit
    citizens city civic civil civilian claims clean cleared clearly co coal coast coke cold collective
    colonial comecon cominform comintern command commanders commanding comment commenting comments
    commercial commie commies commissions commitment commitments committees commodity common communication
    communications communique communiqué communism communist communists communities community companies
    company compared comparison compensation complete comrade comrades concept concern concerned concerning
    concluded conclusion conclusions concorde concurred concurrently concurring conditions conference
    conferences confidence confidential conflict cons consensus consequently conservative conservatives
    consider considerable consideration considerations considered considering consistent consortium
    constitution constitutional consular consult consultation consultations consultative contacts continent
    continental contingency continuation continue continued continuing contribution contributions control
    controlled controls convention conversation conversations conversely cooperation cooperative
    coordinating coordination copies copy cost costs could couldn councils counsel counter counterinsurgency
    countries country course courses covered crash creation credit crisis criticism cultural current
    currently customs daily dam data date dated dear dec december decision decisions declaration
    declassified defense delegate delegation delegations delete deliver delivery demands demilitarized
    democracy democrat democratic democrats departmental departments dependent depending deptels deputies
    desire despatch despatches despite detailed details determination deterrent develop developed
    development developments diary did didn didn't didn’t diet differences difficult difficulties diplomatic
    direct directed directive disarmament discussed discussion discussions dissem dissemination distribution
    district division divisions do doctrine documentation documents does doesn doesn't doesn’t domestic don
    don't don’t dozen draft drafted drawing due duma during each easter economic economically economics
    economy editorial education educational effect effective effects effort efforts eight eighteen eighth
    either election elections electoral elements eleven elsewhere embassies embtel emergency emerging
    emphasis emphasize emphasized employees en enclosed enclosure enclosures encourage encouraging end enemy enter enters
    energy entitled entry equalization equally equipment especially essential essentially establish
    establishment estimate estimated estimates etc evaluation even evening events eventually ever every
    everyone everything evidence ex examples except exchange exchanges exclusive exclusively exdis exercise exeunt exit exits
    existing expand expansion expect expenditures experience exploitation explore export exports expressed
    extension extensive external eyes faced facing fact factors failure faithfully family far fascism
    fascist feb february federation few fifth fifty figaro file filed files final finally finance financial
    financing firm first fiscal fisheries five flash fleet flight flights follow following food footnote for
    force forces foregoing foreign former fortunately forty forward forwarded foundation four fourteen
    fourth frankly freedom fri friday friends friendship from front full fund fundamental fundamentally
    funds further furthermore future gap gaullist gaullists gee gemini general generally generals gentlemen
    give given god goodbye google governing government governmental governments govts granted great greater
    gross ground group groups guarantee guard guerrilla guidance guidelines had hadn half handed handling
    has hasn have haven having he he's headquarters heads health hearings heaven held hello help hemisphere
    hence her herald here hereafter hereby herewith hey he’s high highlights highway him hindu hindus his
    historical history hmm holding holy home honest honorable hopefully hostile hotel how however huh human
    humanitarian hundred i i'd i'll i'm i've ibid idem if illegible immediate immediately immigration impact
    imperialism imperialist imperialists implementation implications import importance important imports
    improve improved improvement in inasmuch inaudible inaugural incident incidentally incidents included
    including incoming increase increased increasing increasingly indeed independence independent indicate
    indicated indications individual industrial industry inevitably infantry influence info informal
    information infra initial initialed initially initiate initiation insofar instead institution
    institutional instruction instructions insurance insurgency integration intelligence intentions inter
    interdepartmental interest interests interim internal international internet interpreter intra
    introduction investigation investment iron is islam islamic island islands isn isn't isn’t issue issued
    issues it it's item items its it’s izvestia izvestiya i’d i’ll i’m i’ve jan january jew jewish jews job
    joint journal judging jul july jun june jupiter just justice keep knesset knowing koran kremlin
    kuomintang labor laborite labour large largely last later latest latter laughs laughter leader leaders
    leadership left leftist leftists legal legislation legislative leninism leninist less let let's letter
    letters let’s level liaison liberal liberals liberation liberty life like likewise limdis limit
    limitation limitations limited line list loan local lockheed logistic looking lunch luncheon machinery
    made mafia main mainland maintain maintaining maintenance majlis majority make making man management
    mandate many maoist mar market marxism marxist material materials matters maximum maybe me means
    meantime meanwhile measures medical meeting meetings member members memcons memo memoranda memorandum
    memos men message messages microsoft mid midnight might military million mine mineral ministries
    minority minute minuteman minutes mirage mirages miscellaneous missile missiles mission missions mixed
    mobile mobilization moderate modernization mon monday monde monetary month more moreover morning moslem
    moslems most move movement moving much multilateral muslim muslims must mutual my nation national
    nationalism nationalist nationalists nations naturally nature naval nazi nazis ncna near need needless
    negotiation negotiations negro negroes neither net neutral never nevertheless new news newspaper
    newspapers newsweek next niact nike nine ninth no nobody noforn non none nonetheless noon nope nor
    northern nos not note noted notes nothing noting notwithstanding nov november now nowadays nuclear
    number numbers o objectives observation observations observer obviously occupation oct october of off
    offensive office officer officers offices official officials offshore oh oil okay old omitted on once
    one only op open opening operating operation operational operations opinion opposition option options or
    oral orbit order organization organizations original orthodox other others otherwise ought our ours out
    outline outlined outlook outside over overall overflights overseas pages paper papers para paragraph
    paragraphs paras parliamentary part participants participation particular particularly parties partly
    parts party pass passed past patrol pause payments peaceful pending penetration pentagon people peoples
    per perhaps period periodic permanent peronist peronists personal personally personnel persons pg
    phantom phase pipeline place plan planning plans please plenary plus point pointed pointing points
    polaris police policies policy politburo political politically politics polto popular population port
    poseidon position possibilities possibility possible possibly posts posture potential powers practically
    pravda prayda pre preceding preliminary preparations prepared preparedness present presidium press
    pressure pressures presumably primary principal principals principle principles printed printing
    priorities priority private pro probable probably probe problem problems procedure procedures
    proclamation procurement program programming programs progress project projects proliferation promote
    promotion prompt propaganda property proposal proposals proposed pros prospects protection protestant
    protestants protocol protocols provide provided providing province provision provisional psychological
    public publication publications purpose pursuant quai quarter question questions quite quote radical
    radio raise ramadan ranch range rather re reaction reactions reactor reappraisal reasons received recent
    recently reciprocal recognition recognizing recommendation recommendations recommended reconnaissance
    reconstruction record recording records recovery red redeployment reducing reduction ref reference
    references referred referring reform refs reftel refugee refugees regarding regardless regime region
    regional registry regulation related relating relation relations relationship relationships relative
    release remarks removal repatriation repeated reply replying report reported reports representation
    representative representatives reps republican republicans republics request requested requests
    requirements requiring research reserve residence resistance resolution resolutions resources respect
    respectfully responding response restricted result results resumption returning reuters reverting review
    revised revision revisionism revisionist revolution revolutionary right rightist rightists rights role
    room round route safety said same sanctions sat satan satellite satellites saturday school science
    scientific scope scotch sea second secondly secret section sections sector security see seek seeking
    seems seen selective semitic senior sensitive sent sep sept september series serious service services
    session sessions settlement seventh several shall she she's she’s shootdown shortly should shouldn sic
    side signed significance significant similar similarly simply since sincerely site situation six sixth
    skyhawk so social socialism socialist socialists society solidarity solution some somebody someone
    something soon sorry sound source southern sovereignty soyuz space speak speaking special specific
    specifically speech spiegel sputnik stability stabilization stalinism stalinist standard standing star
    stated statement statements station statistics status steps still stockpile storage strategic strategy
    strength strengthen strengthening stressed strip structure students studies study sub subcommittee subj
    subject subjects submitted subsequent subsequently substance substantial success such suddenly
    sufficient suggest suggested suggestions summary summer summit sun sunday superior supervisory
    supplement supplementing support supported supporting supra sure surely surrender survey system tab
    table tabs tactical tactics take taken taking talk talking talks tape target tariff tariffs task tass
    tax taxation team technical techniques technological technology tel telegram telegrams telephone tell
    temporary ten tenth term terms territorial territories territory terrorism test testing tests tet text
    thank thanks that that's that’s the their them then there there's thereafter thereby therefore therein
    thereupon there’s these they they're they've they’re they’ve third thirteen thirty this thor those
    though thousand threat three through throughout thu thurs thursday thus tier time times timing titan
    title to today todep together told tomorrow tonight too top topad tories tory total toward towards town
    trade training transcripts transfer transition transmitted travel treaties treaty trends trial tribune
    tripartite trips troop truly truth tue tues tuesday turning twelve twenty two ultimately unclassified
    unclear under underdeveloped underground understanding undoubtedly unfortunately unified units unity
    unless unlike unquote until up upon urge urgent use uses using usually utilize various vatican verbatim
    very view views visa visit visits voice vol volume vostok vulnerabilities war warfare was wash wasn
    wasn't wasn’t ways we we'll we're we've weapons wed wednesday week weekly wehrmacht welfare well were
    weren westerners we’ll we’re we’ve what what's whatever what’s when whenever where whereas whether which
    whig while whitehall who whoever whom whose why win with withdrawal within without won won't won’t work
    workers working works world would wouldn wow xerox xinhua yeah year years yen yep yes yesterday yet you
    you're you've your yours youth you’re you’ve zionism zionist zone
    """
)

# English words that are surnames as well: a person only with a title or a given name, or once there is one
SURNAME_TOO = _words(
    """
    baker ball banks barber battle bell best bill bishop black bond bowl box bridge bridges brown bunker
    butler camp carter case cash chance chase christian church clay close coffin cook cooper cotton count
    cover craft crane cross dance day dean dodge doe duke eagle earl early fair fall farmer felt field
    fields finch fine fish fisher flood flowers ford forrest foster fox frank free friendly frost gamble
    gardner gates glass gold golden good gore grant gray green grey grove guy hale hall ham hand hardy hare
    harp hawk hay heath hill hood hope horn hull hunt hunter joy judge keeper key king knight lake lamb land
    lane law lay lemon lever little lodge long lord lot love major march mark marsh mason may merchant mills
    minor moon moss nice noble olive pace page park parks parson parsons peace pearl penny pepper pike pool
    poole pope porter post potter pound power price prince prior proctor rand ray read reading rice rich
    ridge ring rivers rock root rose royal rush sage sales sands sandy savage seal self sharp shell shepherd
    short silver singer skinner small smart snow spain spring stark steel sterling steward stone stout
    strand strange street strong stump summers swan sweet swift swing temple thorn tower trace trench turner
    vine walker wall ward waters weaver wells white wild will winter winters wise wolf wood woods workman
    worth york young washington london jordan israel england holland cleveland dallas berlin wellington
    """
)

# what somebody in office does, in capitals as all the words are: `THE PRESIDENT RESPONDED`, `The President Wants To Know`
DOES = _words(
    """
    said says stated states asked asks replied replies answered answers responded responds added adds explained explains noted remarked
    observed declared declares told tells inquired emphasized stressed continued commented reiterated repeated announced announces reported
    reports suggested suggests proposed proposes recalled mentioned indicated insisted concluded thanked thanks agreed agrees expressed
    expresses informed warned acknowledged admitted confirmed began opened raised referred spoke speaks wants wanted hopes hoped thinks
    thought believes believed feels went goes came comes left leaves received receives sent sends gave gives took takes made makes signed
    signs visits visited meets met calls called urges urged requests requested approves approved
    """
)

# of the surnames, those that describe: `the Black population`
ADJECTIVES = _words(
    """
    best black christian early fair fine free friendly golden good gray grey green little long noble rich
    royal savage sharp short silver small smart strange strong sweet white wild wise young
    """
)

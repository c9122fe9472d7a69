"""Surnames that stand first (Chinese, Korean, Vietnamese), and people whom history calls by one name."""

from __future__ import annotations

__all__ = ["CALLED", "FAMILY_FIRST", "HOLDERS", "SHORT_WORDS", "VIETNAMESE", "WELL_KNOWN"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Vietnamese are called by the last word of the name: `Nguyen Van Thieu` is `Thieu`.
VIETNAMESE = _words(
    """
    nguyen tran le pham huynh hoang phan vu vo dang bui ho ngo duong ly truong ton dinh mai ha vuong luu
    trinh lam cao chau chu dao doan hua khong kieu la mac nghiem ninh phung quach ta thai tong trieu
    trong tu van xuan
    """
)
FAMILY_FIRST = VIETNAMESE | _words(
    """
    bai bo cai cao chai chan chang chao chen cheng cheung chi chia chiang chiao chien chin ching chiu cho
    choe choi chon chong chou chow chu chuang chun chung cui dai deng ding dong dou du duan fan fang fei
    feng fong fu gao geng gong gu guan guo hahm han hao heo hong hou hsi hsia hsiang hsiao hsieh hsiung hsu
    hu hua huang hui hung hwang jang jeon jeong ji jia jian jiang jiao jin jo ju jung kang kao keng kim ko
    kong koo ku kuan kuang kuei kung kuo kwak kwon lai lei li liang liao lin ling liu lo lou lu luo lü ma
    mao mei meng mi miao min mo mu nam nie ning niu noh ou paek pae paik pak pan pang park pei peng pi pu qi
    qian qiao qin qiu qu rao ren rhee rim roh ruan ryu seo shao shen shi shih shin sim sin soh soong su suh
    sung tai tan tang tao teng tian tien ting tong tsai tsao tseng tsien tso tsou tu tuan tung ulanfu wan
    wang wei wen weng woo wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yeh yi yim yin ying
    yoo yoon yu yuan yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou
    """
)
# Those that are English words or stand in other names: two words  not make a person of them.
SHORT_WORDS = _words(
    """
    an bo cho chi do du fan ha he ho hui la le long ma mac man mi mo no oh pi so sun sung ta tan ten thai tu
    van you wan ton dong song kong hong nam lam tong hue cao dai mai
    """
)

# Called by one name in the records of their time; a person unless the words around say otherwise.
WELL_KNOWN = _words(
    """
    lenin stalin khrushchev khruschev brezhnev kosygin gromyko molotov malenkov mikoyan bulganin beria
    podgorny suslov andropov gorbachev shelepin zhukov malik vishinsky vyshinsky chernenko ponomarev trotsky
    litvinov dobrynin kuznetsov zorin vinogradov churchill eden attlee bevin macmillan wilson heath thatcher
    chamberlain roosevelt truman eisenhower kennedy nixon acheson dulles herter rusk kissinger mcnamara
    bundy rostow harriman marshall macarthur adenauer erhard brandt kohl ulbricht honecker hitler mussolini
    goebbels goering bismarck napoleon clemenceau daladier laval petain pétain gaulle pompidou mollet
    bidault schuman monnet spaak gasperi togliatti fanfani franco salazar caetano tito kardelj djilas hoxha
    gomulka gierek jaruzelski rakosi nagy kadar kádár ceausescu ceauşescu zhivkov dimitrov gottwald novotny
    dubcek husak masaryk benes beneš nehru gandhi menon shastri ayub bhutto jinnah bandaranaike sukarno
    suharto subandrio hatta nasser sadat naguib farouk kassem qasim qassim quwatli hussein faisal saud
    ibn-saud mossadegh mossadeq mosadeq zahedi pahlavi menderes inonu inönü ataturk atatürk makarios grivas
    karamanlis papandreou papagos gurion ben-gurion meir eban eshkol dayan sharett peres rabin arafat
    bourguiba boumediene boumedienne nkrumah toure touré lumumba kasavubu tshombe mobutu adoula gizenga
    kaunda nyerere kenyatta obote selassie verwoerd vorster botha mandela smuts mugabe nkomo savimbi
    houphouet senghor olympio castro guevara batista trujillo duvalier somoza figueres betancourt arbenz
    armas peron perón frondizi vargas kubitschek quadros goulart allende frei pinochet mao zhou deng
    lin-biao chiang rhee diem thieu ky bao-dai ho-chi-minh giap sihanouk souvanna phoumi souphanouvong
    phouma nol thanarat sarit thanom phibun magsaysay macapagal marcos quirino yoshida kishi hatoyama ikeda
    sato tojo hirohito shigemitsu hammarskjold hammarskjöld thant waldheim bunche lodge stevenson khomeini
    humphrey vance abrams goldberg mansfield dirksen westmoreland katzenbach warnke mcgovern muskie
    agnew mondale brzezinski fulbright symington goldwater rockefeller haldeman ehrlichman sonnenfeldt
    schlesinger lansdale nolting durbrow radford lemnitzer twining gruenther norstad stassen hagerty
    bohlen kennan conant mccloy lovett forrestal jessup nitze bissell komer mccone lemay semenov
    tsarapkin menshikov firyubin fedorenko malinovsky ustinov grechko patolichev voroshilov kaganovich
    shepilov pervukhin brentano hallstein blankenhorn carstens grewe globke wehner ollenhauer segni
    pella saragat andreotti nenni gronchi luns beyen bech erlander unden kekkonen paasikivi figl raab
    kreisky pinay faure mendès-france mendes-france pineau pflimlin debré debre joxe alphand messmer
    massigli caccia makins ormsby-gore harlech callaghan healey bevan gaitskell profumo suhrawardy ohira
    fukuda asakai fujiyama okazaki romulo odria balaguer arevalo echandi fawzi azzam jamali chamoun
    shehab shishakli amini welensky banda nasution malek wallace ridgway negroponte bogomolov
    tsedenbal choibalsan marx engels lincoln jefferson voltaire rousseau shakespeare confucius
    """
)

# Who is called by another word of the name than others of that people: `Minh` is never Ho Chi Minh, but Duong Van Minh.
CALLED: dict[tuple[str, ...], tuple[str, ...]] = {("ho", "chi", "minh"): ("ho",)}

# Families with several people in the records of one time: whose the office was.
HOLDERS = {
    ("president", "kennedy"): "john",
    ("president", "eisenhower"): "dwight",
    ("president", "johnson"): "lyndon",
    ("vice president", "johnson"): "lyndon",
    ("president", "roosevelt"): "franklin",
    ("president", "truman"): "harry",
    ("president", "nixon"): "richard",
    ("vice president", "nixon"): "richard",
    ("president", "ford"): "gerald",
    ("president", "carter"): "jimmy",
    ("president", "bush"): "george",
    ("prime minister", "nehru"): "jawaharlal",
    ("secretary", "dulles"): "john",
}

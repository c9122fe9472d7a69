"""Given names met in the records of many countries: before a surname they show that it is a person."""

from __future__ import annotations

from tei.register.nickname import FEMALE

__all__ = ["GIVEN"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN = FEMALE | _words(
    """
    aaron abba abbas abd abdel abdul abdullah abe abel abraham adam adolf adolfo adolph adrian afonso
    agostinho ahmad ahmadou ahmed akbar akio al alan alastair albert alberto alec aleksandr aleksander
    aleksei alex alexander alexandre alexei alexis alf alfonso alfred alfredo ali alistair allan allen
    alphonse alton alvin amadeo amadou aminu amintore amir amos anastas anatole anatoli anatoliy anatoly
    anders andre andré andreas andrei andres andrés andrew andrey angel angus anselm anthony antoine anton
    antonin antonio antónio anwar archibald aristides arkady armand armando arne arnold arthur artur arturo
    asher ashraf auguste augusto averell avraham axel ayub baldur barnaby barry bartholomew basil bayard ben
    benito benjamin benny bernard bernardo bernhard bernt bert bertrand bill billy birger bjorn bob bohuslav
    boleslaw boris bradley brent brian bromley bruce bruno bryan bryce burke burton byron calvin camille
    camilo carl carlo carlos carlton carroll cartha cecil cesar césar charles charlie chas chester chip
    chris christian christopher claiborne clarence clark claude clayton clement clemens cliff clifford
    clifton clinton clyde colin conrad constantine corneliu cornelius couve craig creighton curt curtis
    cyril cyrus dag damian dan daniel dante dave david davis dean deane delbert delmar dennis denis denys
    derek desmond dick diego dieter dietrich dimitri dimitrios dirk dmitri dmitriy dmitry dominic dominique
    donald douglas draper duncan dwight earl earle eberhard ed eddie edgar edmond edmund eduard eduardo
    edvard edward edwin edwy egidio egon einar eino eisaku elbridge eli elias eliezer eliot elliot elliott
    ellis ellsworth elmer elmo emil emile émile emilio emmanuel emory enrico enrique ephraim eric erich erik
    ermenegildo ernest ernesto ernst ervin erwin ethan etienne étienne eugen eugene eugène eugenio evan
    everett evgeny ezequiel ezer ezra fadil faisal farouk felipe felix félix ferdinand ferenc fernand
    fernando fidel fitzroy floyd forrest francesco francis francisco franco francois françois frank franklin
    frantisek franz fred freddie frederic frederick fredrik friedrich fritz fulgencio fyodor gabriel gale
    galo galvao gamal gary gaspard gaston gavin gene gennady geoffrey georg george georges georgi georgy
    gerald gerard gérard gerhard gerry gholam gilbert giles gilmore giorgio giovanni giulio giuseppe glen
    glenn godfrey gonzalo gordon graham grant gregory grover guido guillermo gunnar gunther gus gustav
    gustavo guy habib hafez hafiz haile hal halvard hamilton hank hannes hans hansjorg harald harlan harlow
    harold harris harrison harry hartley harvey hassan hastings hayden hayato hector heath heinrich heinz
    hélder helge helmut hendrik henri henrik henrique henry herb herbert herman hermann hernan hernán hervé
    heward hilgard hiram hjalmar holden homer horace horacio hosni howard hubert hugh hugo humberto humphrey
    hussein hyman ian ibrahim ichiro ignacio igor ilya imre inder inge ingvar ion ira iraklij irving irwin
    isaac isidro ismail ismet isser iván ivan ivor izaak izzat jack jackson jacob jacobo jacques jaime jake
    jakob jamal james janos jânio jaroslav jason javier jawaharlal jay jean-pierre jeff jefferson jeffrey
    jens jeremiah jeremy jerome jerry jesse jesús jesus jim jimmy joachim joão joao joaquim joaquín joaquin
    jocelyn joe joel johan johann johannes john johnny jomo jon jonah jonas jonathan jorge jorma josé jose
    josef joseph joshua josiah josip jozef józef juan juho juhan jules julian julien julio julius juraj
    juscelino justin kaarel kai kalman kamal karel karim karl kaspar keith kemal ken kenneth kermit kevin
    khalid kingsley kirill kjell klaus klement knowlton knut konni konrad konstantin konstantinos krishna
    kristian kurt kwame lane lansing lars larry laszlo laurence laurent laurin lauris lawrence lawton lazar
    lee leif leland len lennart lennox leo leon león leonard leonardo leonel leonid leonidas leopold léopold
    leopoldo leroy leslie lester lev levi lew lewis lincoln linwood lionel livingston llewellyn llewelyn
    lloyd lorenzo loring lot lothar lou louis loy lubomir luca lucas lucian lucien lucius ludvik ludwig
    luigi luis luís luiz luther lyman lyndon mac mahmoud mahmud mahatma maitland malcolm malik manlio manley
    manuel marc marcel marcello marcelo marcos marcus mario mark marko marshall martin marvin matt mathias
    matthew maurice mauricio max maxim maxwell mcgeorge mehdi mehmet meir mel melvin mendel menachem michael
    michel mickey mike mikhail miguel miklos milan milovan milton mircea mirza mitchell modibo mohamed
    mohammad mohammed mohandas moise moïse mongi montague morarji morris mortimer morton moses moshe
    muhammad murray mustafa naim napoleon nasrollah nat nathan nathaniel ned neil nelson nestor neville
    newell newton nicanor niccolo nicholas nick nicolae nicolas nicolás niels nigel niki nikita nikola
    nikolai nikolaos nikolay nils nobusuke noel norman norodom norris nuri nur octavio odd ogden olaf olav
    ole oleg olin oliver olivier olof olusegun omar oran orlando orville oscar oskar osvaldo oswald otis
    otto outerbridge ovidio owen pablo paddy palmer paolo pascal pat patrice patricio patrick paul paulo
    pavel pedro percy perry pete peter petr petros petru phil philip philippe phillip pier piero pierre
    pierson pieter pietro pinhas porter prescott pyotr quentin quincy rafael raja rajiv ralph ramon ramón
    ramsey randall randolph raoul raphael raul raúl ray raymond rayner raymundo reed reginald reinaldo
    reinhold rene rené reuben rexford reynaldo reza rhodes rex ricardo riccardo richard rick ridgway roald
    rob robert roberto robin rocco roderick rodney rodolfo rodrigo rodrigue roger rogers roland rolando rolf
    rolland romain romano romeo romulo rómulo ron ronald roscoe ross roswell roy rozanne ruben rubén rudolf
    rudolph rufino rufus rupert russell saad sadiq saeed saleh sallai salah salvador sam sami samora samuel
    sandor sanford santiago sargent saul schuyler sean sébastien selden selim selwyn serge sergei sergey
    sergio seretse seymour shafiq shaul sheldon shepard sherman shigeru shimon shirley sid sidney siegfried
    sigurd silas simon sinclair snyder sol solomon souvanna spencer spiro spruille spyros stafford stan
    stanislav stanislaw stanley stefan sten stephen sterling steve steven stewart stig stirling stuart
    sukarno sven svetozar sydney sylvanus syngman tad tadeusz taieb takeo talcott tarik ted tengku teodoro
    terence terry thaddeus thanat thanom theo theodor theodore theodosius therese thomas thornton thruston
    thurgood tibor tim timothy tito titus todor tom tomas tomás tomáš tommy toru trygve tyler ugo ulises
    ulysses urho uwe vaclav václav valentin valentín valerian valerio valéry valery vance vasco vasil vasili
    vasily vaughan vaughn vernon viacheslav vicente victor vidkun viktor vincent vinoba viron virgil
    virgilio vitaly vito vittorio vladimir vladislav vojtech vyacheslav wade waldemar waldo wallace wally
    walt walter walworth warren wayne webster wendell werner wesley whiting whitney wilber wilbur wilfred
    wilfrid wilhelm will willard willem william willie willis willy wilmer wilson winant windsor winfield
    winston winthrop wladyslaw władysław wolf wolfgang woodrow woodruff xavier yahya yakov yaakov yasser
    yasuhiro yevgeny yigal yitzhak yitzchak youssef yuri yuriy yury yusuf yves zachary zalman zbigniew
    zdenek zeev zenon zoltan zulfikar zygmunt jeanne-marie alexey anastasio arosemena aurelio celso chadli
    clodomiro edelmiro emeterio eneas fabio facundo gumercindo heitor hipólito honorio isaías jóvito jovito
    lázaro marcial oswaldo prudencio ranulfo rigoberto salomón silvio tancredo teófilo vinicio oldřich
    rozalia kazimierz mieczyslaw jerzy stefano zoran gyula andras istván istvan pal béla bela andriy
    oleksandr volodymyr mykola mykhailo petro yurii nursultan heydar
    """
)

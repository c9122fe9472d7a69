"""Places and the people of places, which are never a person: the states, their capitals, and more."""

from __future__ import annotations

__all__ = ["PLACES", "PLACE_HEADS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# in lower case, word by word: a place of two words (`Hong Kong`) puts both in the list
PLACES = _words(
    """
    afghanistan kabul albania tirana algeria algiers andorra angola luanda antigua argentina aires buenos
    armenia yerevan australia canberra sydney melbourne austria vienna azerbaijan baku bahamas nassau
    bahrain bahrein bangladesh dacca dhaka barbados belarus minsk byelorussia belgium brussels belize benin
    dahomey bhutan bolivia paz bosnia sarajevo botswana bechuanaland brazil brasilia brasília brazzaville
    britain british bulgaria sofia burma myanmar rangoon burundi bujumbura cambodia phnom penh kampuchea
    cameroon yaounde yaoundé canada ottawa ceylon colombo lanka chad lamy chile santiago china peking
    peiping beijing colombia bogota bogotá congo leopoldville léopoldville kinshasa elisabethville katanga
    costa rica croatia zagreb cuba havana cyprus nicosia czechoslovakia prague slovakia denmark copenhagen
    djibouti dominica dominican domingo ecuador quito egypt cairo salvador england eritrea asmara estonia
    tallinn ethiopia addis ababa fiji finland helsinki france paris gabon libreville gambia bathurst georgia
    tbilisi germany berlin bonn ghana accra gibraltar greece athens greenland grenada guatemala guinea
    conakry bissau guyana guiana haiti prince honduras tegucigalpa hong kong hungary budapest iceland
    reykjavik india delhi indonesia djakarta jakarta iran tehran teheran iraq baghdad ireland dublin israel
    jerusalem aviv tel italy rome ivory abidjan jamaica kingston japan tokyo jordan amman kazakhstan kenya
    nairobi korea seoul pyongyang kuwait kyrgyzstan laos vientiane cochinchina luang prabang latvia riga
    lebanon beirut lesotho basutoland liberia monrovia libya tripoli benghazi liechtenstein lithuania
    vilnius luxembourg luxemburg macao macau madagascar malagasy tananarive malawi nyasaland malaya malaysia
    kuala lumpur maldives mali bamako malta mauritania nouakchott mauritius mexico moldova monaco mongolia
    ulan bator montenegro morocco rabat tangier casablanca mozambique lourenco lourenço marques namibia
    windhoek nepal kathmandu katmandu netherlands hague amsterdam rotterdam holland zealand wellington
    nicaragua managua niger niamey nigeria lagos norway oslo oman muscat pakistan karachi rawalpindi
    islamabad lahore panama papua paraguay asuncion asunción peru lima philippines manila poland warsaw
    portugal lisbon qatar doha rhodesia salisbury zimbabwe romania rumania bucharest russia moscow leningrad
    rwanda kigali samoa saudi arabia riyadh jidda jedda scotland senegal dakar serbia belgrade sierra leone
    freetown sikkim singapore slovenia somalia mogadiscio mogadishu somaliland spain madrid sudan khartoum
    surinam swaziland sweden stockholm switzerland bern berne geneva zurich lausanne syria damascus taiwan
    taipei formosa tanganyika tanzania dar salaam thailand bangkok tibet lhasa togo lome tonga trinidad
    tobago tunisia tunis turkey ankara istanbul uganda kampala ukraine kiev kyiv uruguay montevideo
    uzbekistan tashkent venezuela caracas vietnam viet-nam nam saigon hanoi haiphong hue danang dalat yemen
    sanaa aden yugoslavia zaire zambia lusaka zanzibar vatican siam persia palestine gaza negev sinai golan
    aqaba tiran suez transjordan trieste saar ruhr bavaria saxony prussia siberia manchuria yunnan canton
    shanghai tientsin nanking chungking hankow kashmir punjab bengal bombay calcutta madras goa assam
    pushtunistan sumatra java borneo sarawak sabah irian bali timor indochina tonkin annam cochin mekong
    okinawa ryukyu ryukyus kuriles sakhalin hokkaido honshu quemoy matsu tachen tachens pescadores hainan
    inchon pusan panmunjom panmunjon yalu taegu cheju kaesong wonsan kunming szechwan sinkiang dien bien phu
    europe asia africa america americas australasia oceania antarctica arctic antarctic atlantic pacific
    mediterranean caribbean baltic balkans scandinavia benelux maghreb sahara levant aegean adriatic danube
    rhine nile jordanian volga amur indus ganges alabama alaska arizona arkansas california colorado
    connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey carolina
    dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia washington
    wisconsin wyoming york boston chicago philadelphia detroit baltimore pittsburgh cleveland cincinnati
    dallas angeles los las vegas francisco san santa diego seattle portland denver atlanta miami orleans
    milwaukee honolulu guam midway wake puerto rico brooklyn manhattan newport annapolis norfolk bethesda
    georgetown quebec montreal toronto vancouver halifax london oxford cambridge liverpool manchester
    glasgow edinburgh wales ulster belfast yorkshire cornwall munich hamburg frankfurt cologne heidelberg
    wiesbaden stuttgart dresden leipzig potsdam nuremberg milan naples venice turin florence genoa sicily
    sardinia corsica marseilles lyon lyons bordeaux toulon strasbourg fontainebleau versailles rambouillet
    barcelona lorraine alsace catalonia seville azores madeira canary crete rhodes thrace macedonia salonika
    izmir adana incirlik anatolia kurdistan luristan khuzistan abadan isfahan shiraz basra mosul kirkuk
    aleppo latakia haifa tiberias bethlehem nablus hebron ramallah dhahran mecca medina hejaz asir buraimi
    trucial abu dhabi dubai sharjah bizerte oran constantine algerias kasai stanleyville kivu bukavu matadi
    cabinda lobito beira transvaal natal pretoria johannesburg durban capetown cape soweto caprivi ovambo
    ovamboland transkei bulawayo biafra ibadan kano enugu sahel volta ouagadougou ogaden harar shoa
    guantanamo camaguey oriente bahia recife paulo rio janeiro bolivar cartagena medellin cali guayaquil
    cuzco arequipa antofagasta valparaiso cordoba rosario tucuman patagonia falkland falklands malvinas
    colon chiriqui yucatan tijuana juarez monterrey acapulco chihuahua latin afghan afghans albanian
    albanians algerian algerians american americans angolan angolans arab arabs arabian arabic argentine
    argentines argentinian argentinians armenian armenians asian asians asiatic australian australians
    austrian austrians azerbaijani bantu basque bavarian belgian belgians bengali berber berbers berliner
    berliners biafran bolivian bolivians brazilian brazilians briton britons bulgarian bulgarians burmese
    cambodian cambodians cameroonian canadian canadians caucasian ceylonese chilean chileans chinese chinas
    colombian colombians congolese cossack costarican croat croats cuban cubans cypriot cypriots czech
    czechs czechoslovak czechoslovaks dane danes danish druze dutch ecuadoran ecuadorian egyptian egyptians
    english englishman englishmen eritrean estonian ethiopian ethiopians eurasian european europeans
    filipino filipinos finn finnish finns flemish formosan formosans french frenchman frenchmen german
    germans germanies ghanaian ghanian greek greeks greenlander guatemalan guatemalans guinean haitian
    haitians hebrew herero honduran hondurans hungarian hungarians ibo icelandic indian indians indochinese
    indonesian indonesians iranian iranians iraqi iraqis irish irishman israeli israelis italian italians
    jamaican japanese jap japs javanese jordanians katangan katangese kenyan khmer khmers korean koreans
    kurd kurdish kurds kuwaiti lao laotian laotians latvian lebanese liberian libyan libyans lithuanian
    magyar malay malayan malayans malays malaysian maltese manchu maronite mexican mexicans mongol mongolian
    mongols moor moorish moroccan moroccans mozambican namibian nepalese nicaraguan nicaraguans nigerian
    nigerians nordic norse norwegian norwegians okinawan okinawans ovambos pakistani pakistanis palestinian
    palestinians panamanian panamanians paraguayan pathan persian peruvian peruvians philippine pole poles
    polish polynesian portuguese prussian pushtun quebecois rhodesian rhodesians romanian rumanian rumanians
    russian russians ryukyuan ryukyuans salvadoran salvadorean saudis scandinavian scandinavians scot scotch
    scots scottish senegalese serb serbian serbs shiite siamese sicilian sikh sikhs slav slavic slavs slovak
    slovaks slovene somali somalis soviet soviets spaniard spaniards spanish sudanese sunni swede swedes
    swedish swiss syrian syrians taiwanese tamil tanganyikan tanzanian tatar thai thais tibetan tibetans
    togolese tunisian tunisians turk turkish turks ugandan ukrainian ukrainians uruguayan uruguayans ussr
    venezuelan venezuelans vietnamese welsh yankee yankees yemeni yemenis yugoslav yugoslavian yugoslavs
    zairean zairian zambian zambians zulu north south east west northern southern eastern western northeast
    northwest southeast southwest central mid middle near far brit brits indos nats gimo cominform viet
    pathet cong vietcong vietminh anglo afro indo sino russo italo luso greco euro austro arabo israelo
    andorran andorrans bahamian bahamians bahraini bahrainis bangladeshi bangladeshis barbadian
    barbadians bavarians bedouin bedouins bhutanese bosnian bosnians botswanan botswanans burundian
    burundians cameroonians catalan catalans chadian chadians corsican corsicans croatian croatians
    dahomean dahomeans dominicans ecuadorians ecuadorans emirati emiratis eritreans estonians fijian
    fijians gabonese gambian gambians georgian georgians ghanaians guineans guyanese hawaiian hawaiians
    icelander icelanders ivorian ivorians jamaicans katangans kazakh kazakhs kenyans kuwaitis latvians
    liberians lithuanians macedonian macedonians malawian malawians malaysians manchurian manchurians
    mauritanian mauritanians moldovan moldovans mongolians montenegrin montenegrins mozambicans
    namibians netherlander netherlanders omani omanis paraguayans persians prussians qatari qataris
    romanians rwandan rwandans salvadorans serbians sicilians singaporean singaporeans slovenes
    tanzanians tartar tartars ugandans uzbek uzbeks yugoslavians zairians zanzibari zanzibaris
    zimbabwean zimbabweans african africans asiatics fr amer amers sov sovs ital neth belg
    """
)

# what makes a place, a ship, a street or an operation of the words after it
PLACE_HEADS = _words(
    """
    fort camp cape mount mt lake port san santa santo saint st sainte los las hotel operation project
    exercise plan uss hms ss rue via avenida calle rua plaza villa chateau château schloss castle casa
    palazzo palais embassy amembassy consulate legation base isle isla bahia rio cerro monte nova nueva
    puerto ciudad city town village radio task
    """
)

"""Places and bodies known by name everywhere: facts; a document's own places come from its datelines.

Names that are as often a person's or a common word (Georgia, Chad, Victoria) are left out.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ADJECTIVES", "FIRST", "ORGANISATIONS", "PLACES"]

_COUNTRIES = """\
Afghanistan|Albania|Algeria|Angola|Argentina|Australia|Austria|Bangladesh|Belgium|Bolivia|Botswana
|Brazil|Bulgaria|Burma|Burundi|Cambodia|Cameroon|Canada|Ceylon|Chile|China|Colombia|Congo|Costa Rica
|Cuba|Cyprus|Czechoslovakia|Dahomey|Denmark|Dominican Republic|Ecuador|Egypt|El Salvador|Estonia
|Ethiopia|Finland|Formosa|France|Gabon|Germany|Ghana|Great Britain|Greece|Guatemala|Guinea|Guyana
|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica
|Japan|Jordan|Kenya|Korea|Kuwait|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Lithuania|Luxembourg
|Madagascar|Malawi|Malaya|Malaysia|Mali|Malta|Mauritania|Mexico|Mongolia|Morocco|Mozambique|Namibia
|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Vietnam|North Viet-Nam
|North Yemen|Norway|Oman|Pakistan|Palestine|Panama|Paraguay|Peru|Philippines|Poland|Portugal
|Rhodesia|Romania|Rumania|Russia|Rwanda|Saudi Arabia|Senegal|Siam|Sierra Leone|Singapore|Somalia
|South Africa|South Korea|South Vietnam|South Viet-Nam|South Yemen|Southern Rhodesia
|South West Africa|Soviet Union|Spain|Sudan|Surinam|Sweden|Switzerland|Syria|Taiwan|Tanganyika
|Tanzania|Thailand|Togo|Tunisia|Turkey|Uganda|Ukraine|United Arab Republic|United Kingdom
|United States of America|United States|Uruguay|Venezuela|Vietnam|Viet-Nam|Viet Nam|West Germany
|East Germany|West Berlin|East Berlin|Yemen|Yugoslavia|Zaire|Zambia|Zanzibar|Zimbabwe|Tibet|USSR
|U.S.S.R.|Democratic People's Republic of Korea|Democratic Republic of Vietnam
|German Democratic Republic|Federal Republic of Germany|People's Republic of China|Republic of China
|Republic of Korea|Republic of Vietnam|Mongolian People's Republic"""
_REGIONS = """\
Asia|Southeast Asia|South Asia|East Asia|Central Asia|Africa|North Africa|West Africa|East Africa
|Europe|Western Europe|Eastern Europe|Central Europe|Latin America|Central America|South America
|North America|Middle East|Near East|Far East|Indochina|Indo-China|Balkans|Scandinavia|Manchuria
|Siberia|Crimea|Sinai|Gaza Strip|Golan Heights|West Bank|Okinawa|Hong Kong|Macao|Macau|Quemoy|Matsu
|Pescadores|Hawaii|Alaska|Puerto Rico|Caribbean|Caribbean Sea|Mediterranean|Persian Gulf|Suez Canal
|Panama Canal|Black Sea|Baltic Sea|Red Sea|Indian Ocean|Pacific Ocean|Atlantic Ocean"""
_CITIES = """\
Accra|Addis Ababa|Aden|Algiers|Amman|Ankara|Athens|Baghdad|Bandung|Bangkok|Beijing|Beirut|Belgrade
|Berlin|Bern|Bogota|Bogotá|Bombay|Bonn|Brasilia|Brazzaville|Brussels|Bucharest|Budapest|Buenos Aires
|Cairo|Calcutta|Canberra|Canton|Caracas|Colombo|Conakry|Copenhagen|Dakar|Damascus|Dar es Salaam
|Delhi|Djakarta|Jakarta|Dublin|East Berlin|Geneva|Guatemala City|Hanoi|Haiphong|Harbin|Havana
|Helsinki|Hiroshima|Istanbul|Jerusalem|Johannesburg|Kabul|Karachi|Kathmandu|Katmandu|Khartoum|Kiev
|Kinshasa|Kuala Lumpur|La Paz|Lagos|Leningrad|Leopoldville|Léopoldville|Lisbon|London|Luanda|Lusaka
|Madrid|Managua|Manila|Mexico City|Minsk|Mogadishu|Montevideo|Montreal|Moscow|Mukden|Munich|Nairobi
|Nanking|New Delhi|New York|Nicosia|Oslo|Ottawa|Panmunjom|Paris|Peking|Peiping|Petrograd|Phnom Penh
|Prague|Pretoria|Pusan|Pyongyang|Rabat|Rangoon|Rawalpindi|Rio de Janeiro|Riyadh|Rome|Saigon
|San Francisco|San José|Sana'a|Santiago|Santo Domingo|Sao Paulo|São Paulo|Seoul|Shanghai|Shenyang
|Sofia|St. Petersburg|Stalingrad|Stanleyville|Stockholm|Taipei|Tashkent|Teheran|Tehran|Tegucigalpa
|Tel Aviv|Tianjin|Tientsin|Tirana|Tokyo|Tripoli|Tunis|Ulan Bator|Ulaanbaatar|Vatican City|Vienna
|Vientiane|Vladivostok|Warsaw|Washington|Zagreb|Zurich"""
_ORGANISATIONS = """\
United Nations|UN Security Council|Security Council|General Assembly|NATO
|North Atlantic Treaty Organization|SEATO|CENTO|ASEAN|OPEC|Warsaw Pact|Warsaw Treaty Organization
|Comecon|COMECON|CMEA|Cominform|Comintern|European Economic Community
|Organization of American States|Organization of African Unity|Arab League|League of Nations
|World Bank|International Monetary Fund|Red Cross
|Central Committee of the Communist Party of the Soviet Union
|Central Committee of the Korean Workers' Party|Central Committee of the CPSU
|Central Committee of the CCP|Central Committee of the CPC|Communist Party of the Soviet Union
|Chinese Communist Party|Communist Party of China|Japanese Communist Party|French Communist Party
|Italian Communist Party|Polish United Workers' Party|Socialist Unity Party|Korean Workers' Party
|Workers' Party of Korea|Viet Cong|Viet Minh|Kuomintang|CPSU|CCP|KWP|KGB|GRU|CIA|FBI|Politburo
|Supreme Soviet|Central Intelligence Agency|Federal Bureau of Investigation
|National Security Council|Joint Chiefs of Staff|Department of State|State Department
|Department of Defense|Defense Department|Atomic Energy Commission|Federal Reserve|House of Commons
|House of Lords|Bundestag|Reichstag"""

# "[North] Korean": only with the editor's bracket, where the adjective stands for the country
ADJECTIVES = frozenset(["Korean", "Koreans", "Vietnamese", "Viet-Namese", "German", "Germans", "Yemeni", "Yemenis"])


def _names(table: str) -> frozenset[str]:
    plain = "".join(table.splitlines()).split("|")
    return frozenset([*plain, *(name.replace("'", "’") for name in plain)])


PLACES = _names("|".join((_COUNTRIES, _REGIONS, _CITIES)))
ORGANISATIONS = _names(_ORGANISATIONS)


def _by_first_word() -> Mapping[str, tuple[tuple[str, str], ...]]:
    rows: dict[str, list[tuple[str, str]]] = {}
    for kind, names in (("orgName", ORGANISATIONS), ("placeName", PLACES)):
        for name in sorted(names):
            first = name.split(" ")[0].split("-")[0].split("'")[0].split("’")[0].split(".")[0]
            rows.setdefault(first, []).append((name, kind))
    return {first: tuple(sorted(found, key=lambda row: (-len(row[0]), row[0]))) for first, found in rows.items()}


# first word → the names that begin with it, the longest first, with the kind of mark
FIRST = _by_first_word()

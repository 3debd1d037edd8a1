extension Country {
    /// Names by code: English, then the languages of the country, then German, French, Spanish, Italian, Dutch, Polish and Portuguese
    /// as far as they differ (Unicode CLDR). A code may have several lines.
    static let names = """
        1A|Kosovo|Kosovë|Косово|Kosowo
        AD|Andorra|Andorre|Andora
        AE|United Arab Emirates|UAE|الإمارات العربية المتحدة|Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes Unidos
        AE|Emirati Arabi Uniti|Verenigde Arabische Emiraten|Zjednoczone Emiraty Arabskie|Emirados Árabes Unidos
        AF|Afghanistan|افغانستان|Afganistán|Afganistan|Afeganistão
        AG|Antigua & Barbuda|Antigua und Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Antigua e Barbuda|Antigua en Barbuda
        AG|Antigua i Barbuda|Antígua e Barbuda
        AI|Anguilla|Anguila
        AL|Albania|Shqipëri|Albanien|Albanie|Albanië|Albânia
        AM|Armenia|Հայաստան|Armenien|Arménie|Armenië|Armênia
        AO|Angola
        AQ|Antarctica|Antarktis|Antarctique|Antártida|Antartide|Antarktyda
        AR|Argentina|Argentinien|Argentine|Argentinië|Argentyna
        AS|American Samoa|Amerikanisch-Samoa|Samoa américaines|Samoa Americana|Samoa Americane|Amerikaans-Samoa|Samoa Amerykańskie
        AT|Austria|Republik Österreich|Österreich|Autriche|Oostenrijk|Áustria
        AU|Australia|Australien|Australie|Australië|Austrália
        AW|Aruba
        AX|Åland Islands|Åland|Ålandinseln|Îles Åland|Islas Aland|Isole Åland|Wyspy Alandzkie|Ilhas Aland
        AZ|Azerbaijan|Azərbaycan|Азәрбајҹан|Aserbaidschan|Azerbaïdjan|Azerbaiyán|Azerbaigian|Azerbeidzjan|Azerbejdżan|Azerbaijão
        BA|Bosnia & Herzegovina|Bosnia and Herzegovina|Босна и Херцеговина|Bosna i Hercegovina|Bosnien und Herzegowina|Bosnie-Herzégovine
        BA|Bosnia y Herzegovina|Bosnia ed Erzegovina|Bosnië en Herzegovina|Bośnia i Hercegowina|Bósnia e Herzegovina
        BB|Barbados|Barbade
        BD|Bangladesh|বাংলাদেশ|Bangladesch|Bangladés|Bangladesz
        BE|Belgium|België|Belgique|Belgien|Bélgica|Belgio|Belgia
        BF|Burkina Faso|Burquina Faso
        BG|Bulgaria|България|Bulgarien|Bulgarie|Bulgarije|Bułgaria|Bulgária
        BH|Bahrain|البحرين|Bahreïn|Baréin|Bahrein|Bahrajn|Barein
        BI|Burundi|Uburundi
        BJ|Benin|Bénin|Benín
        BL|St. Barthélemy|Saint-Barthélemy|San Bartolomé|São Bartolomeu
        BM|Bermuda|Bermudes|Bermudas|Bermudy
        BN|Brunei|Brunei Darussalam|بروني|Brunéi
        BO|Bolivia|Bolivien|Bolivie|Boliwia|Bolívia
        BQ|Caribbean Netherlands|Caribisch Nederland|Karibische Niederlande|Pays-Bas caribéens|Caribe neerlandés|Caraibi Olandesi
        BQ|Niderlandy Karaibskie|Países Baixos Caribenhos
        BR|Brazil|Brasil|Brasilien|Brésil|Brasile|Brazilië|Brazylia
        BS|Bahamas|Bahama's|Bahamy
        BT|Bhutan|འབྲུག|Bhoutan|Bután|Butão
        BV|Bouvet Island|Bouvetinsel|Île Bouvet|Isla Bouvet|Isola Bouvet|Bouveteiland|Wyspa Bouveta|Ilha Bouvet
        BW|Botswana|Botsuana
        BY|Belarus|Беларусь|Biélorussie|Bielorrusia|Bielorussia|Białoruś|Bielorrússia
        BZ|Belize|Belice
        CA|Canada|Kanada|Canadá
        CC|Cocos Islands|Kokosinseln|Îles Cocos|Islas Cocos|Isole Cocos|Cocoseilanden|Wyspy Kokosowe|Ilhas Cocos
        CD|Congo - Kinshasa|Democratic Republic of the Congo|Congo-Kinshasa|Kongo-Kinshasa|República Democrática del Congo
        CD|Demokratyczna Republika Konga
        CF|Central African Republic|Ködörösêse tî Bêafrîka|République centrafricaine|Zentralafrikanische Republik|República Centroafricana
        CF|Repubblica Centrafricana|Centraal-Afrikaanse Republiek|Republika Środkowoafrykańska|República Centro-Africana
        CG|Congo - Brazzaville|Republic of the Congo|Congo-Brazzaville|Kongo-Brazzaville|Congo|Kongo|República do Congo
        CH|Switzerland|Schweiz|Suisse|Svizzera|Svizra|Schwiiz|Suiza|Zwitserland|Szwajcaria|Suíça
        CI|Côte d'Ivoire|Cote d'Ivoire|Costa d'Avorio|Ivoorkust|Costa do Marfim
        CK|Cook Islands|Cookinseln|Îles Cook|Islas Cook|Isole Cook|Cookeilanden|Wyspy Cooka|Ilhas Cook
        CL|Chile|Chili|Cile
        CM|Cameroon|Cameroun|Kamerun|Camerún|Camerun|Kameroen|Camarões
        CN|China|People's Republic of China|PRC|中国|Chine|Cina|Chiny
        CO|Colombia|Kolumbien|Colombie|Kolumbia|Colômbia
        CR|Costa Rica|Kostaryka
        CU|Cuba|Kuba
        CV|Cape Verde|Cabo Verde|Cap-Vert|Capo Verde|Kaapverdië|Republika Zielonego Przylądka
        CW|Curaçao|Kòrsou|Curazao
        CX|Christmas Island|Weihnachtsinsel|Île Christmas|Isla de Navidad|Isola Christmas|Christmaseiland|Wyspa Bożego Narodzenia
        CX|Ilha Christmas
        CY|Cyprus|Κύπρος|Kıbrıs|Zypern|Chypre|Chipre|Cipro|Cypr
        CZ|Czechia|Czech Republic|Česká republika|Tschechische Republik|Česko|Tschechien|Tchéquie|Chequia|Cechia|Tsjechië|Czechy|Tchéquia
        DE|Germany|Federal Republic of Germany|Bundesrepublik Deutschland|BRD|Deutschland|Allemagne|Alemania|Germania|Duitsland|Niemcy
        DE|Alemanha
        DJ|Djibouti|جيبوتي|Dschibuti|Yibuti|Gibuti|Dżibuti|Djibuti
        DK|Denmark|Danmark|Dänemark|Danemark|Dinamarca|Danimarca|Denemarken|Dania
        DM|Dominica|Dominique|Dominika
        DO|Dominican Republic|República Dominicana|Dominikanische Republik|République dominicaine|Repubblica Dominicana
        DO|Dominicaanse Republiek|Dominikana
        DZ|Algeria|الجزائر|Algérie|Algerien|Argelia|Algerije|Algieria|Argélia
        EC|Ecuador|Équateur|Ekwador|Equador
        EE|Estonia|Eesti|Estland|Estonie|Estônia
        EG|Egypt|مصر|Ägypten|Égypte|Egipto|Egitto|Egypte|Egipt|Egito
        EH|Western Sahara|الصحراء الغربية|Westsahara|Sahara occidental|Sáhara Occidental|Sahara Occidentale|Westelijke Sahara
        EH|Sahara Zachodnia|Saara Ocidental
        ER|Eritrea|ኤርትራ|إريتريا|Érythrée|Erytrea|Eritreia
        ES|Spain|España|Spanien|Espagne|Spagna|Spanje|Hiszpania|Espanha
        ET|Ethiopia|ኢትዮጵያ|Äthiopien|Éthiopie|Etiopía|Etiopia|Ethiopië|Etiópia
        FI|Finland|Suomi|Finnland|Finlande|Finlandia|Finlândia
        FJ|Fiji|Fidschi|Fidji|Fiyi|Figi|Fidżi
        FK|Falkland Islands|Falklandinseln|Îles Malouines|Islas Malvinas|Isole Falkland|Falklandeilanden|Falklandy|Ilhas Malvinas
        FM|Micronesia|Mikronesien|Micronésie|Mikronezja|Micronésia
        FO|Faroe Islands|Føroyar|Färöer|Îles Féroé|Islas Feroe|Isole Fær Øer|Faeröer|Wyspy Owcze|Ilhas Faroé
        FR|France|Frankreich|Francia|Frankrijk|Francja|França
        GA|Gabon|Gabun|Gabón|Gabão
        GB|United Kingdom|UK|United Kingdom of Great Britain and Northern Ireland|Great Britain|England|Scotland|Wales|Großbritannien
        GB|Grande-Bretagne|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Regno Unito|Verenigd Koninkrijk|Wielka Brytania
        GD|Grenada|Grenade|Granada
        GE|Georgia|საქართველო|Georgien|Géorgie|Georgië|Gruzja|Geórgia
        GF|French Guiana|Guyane française|Französisch-Guayana|Guayana Francesa|Guyana Francese|Frans-Guyana|Gujana Francuska
        GF|Guiana Francesa
        GG|Guernsey|Guernesey
        GH|Ghana|Gana
        GI|Gibraltar|Gibilterra
        GL|Greenland|Kalaallit Nunaat|Grönland|Groenland|Groenlandia|Grenlandia|Groenlândia
        GM|Gambia|Gambie|Gâmbia
        GN|Guinea|Guinée|Guinee|Gwinea|Guiné
        GP|Guadeloupe|Guadalupe|Guadalupa|Gwadelupa
        GQ|Equatorial Guinea|Guinea Ecuatorial|Guinée équatoriale|Guiné Equatorial|Äquatorialguinea|Guinea Equatoriale|Equatoriaal-Guinea
        GQ|Gwinea Równikowa
        GR|Greece|EL|Hellas|Ελλάδα|Griechenland|Grèce|Grecia|Griekenland|Grecja|Grécia
        GS|South Georgia & South Sandwich Islands|Südgeorgien und die Südlichen Sandwichinseln|Géorgie du Sud-et-les Îles Sandwich du Sud
        GS|Islas Georgia del Sur y Sandwich del Sur|Georgia del Sud e Sandwich Australi|Zuid-Georgia en Zuidelijke Sandwicheilanden
        GS|Georgia Południowa i Sandwich Południowy|Ilhas Geórgia do Sul e Sandwich do Sul
        GT|Guatemala|Gwatemala
        GU|Guam
        GW|Guinea-Bissau|Guiné-Bissau|Guinée-Bissau|Guinea-Bisáu|Guinee-Bissau|Gwinea Bissau
        GY|Guyana|Gujana|Guiana
        HK|Hong Kong SAR China|Hong Kong|中國香港特別行政區|Sonderverwaltungsregion Hongkong|R.A.S. chinoise de Hong Kong|RAE de Hong Kong
        HK|RAS di Hong Kong|Hongkong SAR van China|SRA Hongkong|Hong Kong, RAE da China
        HM|Heard Island & McDonald Islands|Heard und McDonaldinseln|Îles Heard-et-MacDonald|Islas Heard y McDonald|Isole Heard e McDonald
        HM|Heard en McDonaldeilanden|Wyspy Heard i McDonalda|Ilhas Heard e McDonald
        HN|Honduras
        HR|Croatia|Hrvatska|Kroatien|Croatie|Croacia|Croazia|Kroatië|Chorwacja|Croácia
        HT|Haiti|Haïti|Haití
        HU|Hungary|Magyarország|Ungarn|Hongrie|Hungría|Ungheria|Hongarije|Węgry|Hungria
        ID|Indonesia|Indonesien|Indonésie|Indonesië|Indonezja|Indonésia
        IE|Ireland|Republic of Ireland|Éire|Irland|Irlande|Irlanda|Ierland|Irlandia
        IL|Israel|ישראל|إسرائيل|Israël|Israele|Izrael
        IM|Isle of Man|Ellan Vannin|Île de Man|Isla de Man|Isola di Man|Wyspa Man|Ilha de Man
        IN|India|भारत|Indien|Inde|Indie|Índia
        IO|British Indian Ocean Territory|Britisches Territorium im Indischen Ozean|Territoire britannique de l'océan Indien
        IO|Territorio Británico del Océano Índico|Territorio Britannico dell'Oceano Indiano|Brits Indische Oceaanterritorium
        IO|Brytyjskie Terytorium Oceanu Indyjskiego|Território Britânico do Oceano Índico
        IQ|Iraq|العراق|Irak|Iraque
        IR|Iran|Islamic Republic of Iran|ایران|Irán|Irã
        IS|Iceland|Ísland|Island|Islande|Islandia|Islanda|IJsland|Islândia
        IT|Italy|Italia|Italien|Italie|Italië|Włochy|Itália
        JE|Jersey
        JM|Jamaica|Jamaika|Jamaïque|Giamaica|Jamajka
        JO|Jordan|الأردن|Jordanien|Jordanie|Jordania|Giordania|Jordanië|Jordânia
        JP|Japan|日本|Japon|Japón|Giappone|Japonia|Japão
        KE|Kenya|Kenia|Quênia
        KG|Kyrgyzstan|Кыргызстан|Киргизия|Kirgisistan|Kirghizstan|Kirguistán|Kirghizistan|Kirgizië|Kirgistan|Quirguistão
        KH|Cambodia|កម្ពុជា|Kambodscha|Cambodge|Camboya|Cambogia|Cambodja|Kambodża|Camboja
        KI|Kiribati|Quiribati
        KM|Comoros|جزر القمر|Comores|Komoren|Comoras|Comore|Comoren|Komory
        KN|St. Kitts & Nevis|St. Kitts und Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves|Saint Kitts e Nevis
        KN|Saint Kitts en Nevis|Saint Kitts i Nevis|São Cristóvão e Névis
        KP|North Korea|북한|Nordkorea|Corée du Nord|Corea del Norte|Corea del Nord|Noord-Korea|Korea Północna|Coreia do Norte
        KR|South Korea|Republic of Korea|Korea|대한민국|Südkorea|Corée du Sud|Corea del Sur|Corea del Sud|Zuid-Korea|Korea Południowa
        KR|Coreia do Sul
        KW|Kuwait|الكويت|Koweït|Koeweit|Kuwejt
        KY|Cayman Islands|Kaimaninseln|Îles Caïmans|Islas Caimán|Isole Cayman|Kaaimaneilanden|Kajmany|Ilhas Cayman
        KZ|Kazakhstan|Казахстан|Қазақстан|Kasachstan|Kazajistán|Kazakistan|Kazachstan|Cazaquistão
        LA|Laos|ລາວ
        LB|Lebanon|لبنان|Libanon|Liban|Líbano|Libano
        LC|St. Lucia|Sainte-Lucie|Santa Lucía|Saint Lucia|Santa Lúcia
        LI|Liechtenstein|Liächteschtäi
        LK|Sri Lanka|ශ්‍රී ලංකාව|இலங்கை
        LR|Liberia|Libéria
        LS|Lesotho|Lesoto
        LT|Lithuania|Lietuva|Litauen|Lituanie|Lituania|Litouwen|Litwa|Lituânia
        LU|Luxembourg|Lëtzebuerg|Luxemburg|Luxemburgo|Lussemburgo|Luksemburg
        LV|Latvia|Latvija|Lettland|Lettonie|Letonia|Lettonia|Letland|Łotwa|Letônia
        LY|Libya|ليبيا|Libyen|Libye|Libia|Libië|Líbia
        MA|Morocco|المغرب|Maroc|Meṛṛuk|Marokko|Marruecos|Marocco|Maroko|Marrocos
        MC|Monaco|Mónaco|Monako|Mônaco
        MD|Moldova|Republic of Moldova|Republica Moldova|Republik Moldau|Moldavie|Moldavia|Moldavië|Mołdawia|Moldávia
        ME|Montenegro|Crna Gora|Monténégro|Czarnogóra
        MF|St. Martin|Saint-Martin|San Martín|Saint Martin|São Martinho
        MG|Madagascar|Madagasikara|Madagaskar
        MH|Marshall Islands|Marshallinseln|Îles Marshall|Islas Marshall|Isole Marshall|Marshalleilanden|Wyspy Marshalla|Ilhas Marshall
        MK|North Macedonia|Macedonia|Северна Македонија|Nordmazedonien|Macédoine du Nord|Macedonia del Norte|Macedonia del Nord
        MK|Noord-Macedonië|Macedonia Północna|Macedônia do Norte
        ML|Mali
        MM|Myanmar|မြန်မာ|Mjanma|Mianmar
        MN|Mongolia|Монгол|Mongolei|Mongolie|Mongolië|Mongólia
        MO|Macao SAR China|Macau|Macao|中國澳門特別行政區|Macau, RAE da China|Sonderverwaltungsregion Macau|R.A.S. chinoise de Macao|RAE de Macao
        MO|RAS di Macao|Macau SAR van China|SRA Makau
        MP|Northern Mariana Islands|Nördliche Marianen|Îles Mariannes du Nord|Islas Marianas del Norte|Isole Marianne Settentrionali
        MP|Noordelijke Marianen|Mariany Północne|Ilhas Marianas do Norte
        MQ|Martinique|Martinica|Martynika
        MR|Mauritania|موريتانيا|Mauretanien|Mauritanie|Mauritanië|Mauretania|Mauritânia
        MS|Montserrat
        MT|Malta|Malte
        MU|Mauritius|Maurice|Mauricio|Maurício
        MV|Maldives|ދިވެހި ރާއްޖެ|Malediven|Maldivas|Maldive|Maldiven|Malediwy
        MW|Malawi|Malaui
        MX|Mexico|México|Mexiko|Mexique|Messico|Meksyk
        MY|Malaysia|Malaisie|Malasia|Maleisië|Malezja|Malásia
        MZ|Mozambique|Moçambique|Mosambik|Mozambico|Mozambik
        NA|Namibia|Namibie|Namibië|Namíbia
        NC|New Caledonia|Nouvelle-Calédonie|Neukaledonien|Nueva Caledonia|Nuova Caledonia|Nieuw-Caledonië|Nowa Kaledonia|Nova Caledônia
        NE|Niger|Níger
        NF|Norfolk Island|Norfolkinsel|Île Norfolk|Isla Norfolk|Isola Norfolk|Norfolk|Ilha Norfolk
        NG|Nigeria|Nàìjíríà|Nigéria
        NI|Nicaragua|Nikaragua|Nicarágua
        NL|Netherlands|Holland|The Netherlands|Niederlande|Nederland|Pays-Bas|Países Bajos|Paesi Bassi|Holandia|Países Baixos
        NO|Norway|Norge|Noreg|Norwegen|Norvège|Noruega|Norvegia|Noorwegen|Norwegia
        NP|Nepal|नेपाल|Népal
        NR|Nauru
        NU|Niue
        NZ|New Zealand|Aotearoa|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Nuova Zelanda|Nieuw-Zeeland|Nowa Zelandia|Nova Zelândia
        OM|Oman|عُمان|Omán|Omã
        PA|Panama|Panamá
        PE|Peru|Perú|Pérou|Perù
        PF|French Polynesia|Polynésie française|Französisch-Polynesien|Polinesia Francesa|Polinesia Francese|Frans-Polynesië
        PF|Polinezja Francuska|Polinésia Francesa
        PG|Papua New Guinea|Papua Niugini|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea|Papua Nuova Guinea
        PG|Papoea-Nieuw-Guinea|Papua-Nowa Gwinea|Papua-Nova Guiné
        PH|Philippines|Pilipinas|Philippinen|Filipinas|Filippine|Filipijnen|Filipiny
        PK|Pakistan|پاکستان|Pakistán|Paquistão
        PL|Poland|Polska|Polen|Pologne|Polonia|Polônia
        PM|St. Pierre & Miquelon|Saint-Pierre-et-Miquelon|St. Pierre und Miquelon|San Pedro y Miquelón|Saint-Pierre e Miquelon
        PM|Saint-Pierre en Miquelon|Saint-Pierre i Miquelon|São Pedro e Miquelão
        PN|Pitcairn Islands|Pitcairninseln|Îles Pitcairn|Islas Pitcairn|Isole Pitcairn|Pitcairneilanden|Pitcairn|Ilhas Pitcairn
        PR|Puerto Rico|Porto Rico|Portorico|Portoryko
        PS|Palestinian Territories|Palestine|الأراضي الفلسطينية|Palästinensische Autonomiegebiete|Territoires palestiniens
        PS|Territorios Palestinos|Territori Palestinesi|Palestijnse gebieden|Terytoria Palestyńskie|Territórios palestinos
        PT|Portugal|Portogallo|Portugalia
        PW|Palau|Palaos
        PY|Paraguay|Paraguai|Paragwaj
        QA|Qatar|قطر|Katar|Catar
        RE|Réunion|La Réunion|Reunión|Riunione|Reunion|Reunião
        RO|Romania|România|Rumänien|Roumanie|Rumanía|Roemenië|Rumunia|Romênia
        RS|Serbia|Srbija|Србија|Serbien|Serbie|Servië|Sérvia
        RU|Russia|Russian Federation|Российская Федерация|Россия|Russland|Russie|Rusia|Rusland|Rosja|Rússia
        RW|Rwanda|U Rwanda|Ruanda
        SA|Saudi Arabia|KSA|المملكة العربية السعودية|Saudi-Arabien|Arabie saoudite|Arabia Saudí|Arabia Saudita|Saoedi-Arabië
        SA|Arabia Saudyjska|Arábia Saudita
        SB|Solomon Islands|Salomonen|Îles Salomon|Islas Salomón|Isole Salomone|Salomonseilanden|Wyspy Salomona|Ilhas Salomão
        SC|Seychelles|Seychellen|Seszele|Seicheles
        SD|Sudan|السودان|Soudan|Sudán|Soedan|Sudão
        SE|Sweden|Sverige|Schweden|Suède|Suecia|Svezia|Zweden|Szwecja|Suécia
        SG|Singapore|新加坡|Singapura|சிங்கப்பூர்|Singapur|Singapour
        SH|St. Helena, Ascension & Tristan da Cunha|St. Helena|Sainte-Hélène|Santa Elena|Sant'Elena|Sint-Helena|Wyspa Świętej Heleny
        SH|Santa Helena
        SI|Slovenia|Slovenija|Slowenien|Slovénie|Eslovenia|Slovenië|Słowenia|Eslovênia
        SJ|Svalbard & Jan Mayen|Svalbard og Jan Mayen|Spitzbergen und Jan Mayen|Svalbard et Jan Mayen|Svalbard y Jan Mayen
        SJ|Svalbard e Jan Mayen|Spitsbergen en Jan Mayen|Svalbard i Jan Mayen
        SK|Slovakia|Slovak Republic|Slovensko|Slowakei|Slovaquie|Eslovaquia|Slovacchia|Slowakije|Słowacja|Eslováquia
        SL|Sierra Leone|Sierra Leona|Serra Leoa
        SM|San Marino|Saint-Marin
        SN|Senegal|Senegaal|Sénégal
        SO|Somalia|Soomaaliya|الصومال|Somalie|Somalië|Somália
        SR|Suriname|Surinam
        SS|South Sudan|Südsudan|Soudan du Sud|Sudán del Sur|Sud Sudan|Zuid-Soedan|Sudan Południowy|Sudão do Sul
        ST|São Tomé & Príncipe|São Tomé e Príncipe|São Tomé und Príncipe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|Sao Tomé en Principe
        ST|Wyspy Świętego Tomasza i Książęca
        SV|El Salvador|Salvador|Salwador
        SX|Sint Maarten|Sint-Maarten
        SY|Syria|سوريا|Syrien|Syrie|Siria|Syrië|Síria
        SZ|Eswatini|Swaziland|Esuatini|Essuatíni
        TC|Turks & Caicos Islands|Turks- und Caicosinseln|Îles Turques-et-Caïques|Islas Turcas y Caicos|Isole Turks e Caicos
        TC|Turks- en Caicoseilanden|Turks i Caicos|Ilhas Turcas e Caicos
        TD|Chad|تشاد|Tchad|Tschad|Ciad|Tsjaad|Czad|Chade
        TF|French Southern and Antarctic Lands|Französische Süd- und Antarktisgebiete|Terres australes françaises
        TF|Territorios Australes Franceses|Terre Australi Francesi|Franse Gebieden in de zuidelijke Indische Oceaan
        TF|Francuskie Terytoria Południowe i Antarktyczne|Territórios Franceses do Sul
        TG|Togo
        TH|Thailand|ไทย|Thaïlande|Tailandia|Thailandia|Tajlandia|Tailândia
        TJ|Tajikistan|Тоҷикистон|Tadschikistan|Tadjikistan|Tayikistán|Tagikistan|Tadzjikistan|Tadżykistan|Tadjiquistão
        TK|Tokelau
        TL|Timor-Leste|Timor oriental|Timor Est|Oost-Timor|Timor Wschodni
        TM|Turkmenistan|Türkmenistan|Turkménistan|Turkmenistán|Turcomenistão
        TN|Tunisia|تونس|Tunisie|Tunesien|Túnez|Tunesië|Tunezja|Tunísia
        TO|Tonga
        TR|Türkiye|Turkey|Türkei|Turquie|Turquía|Turchia|Turkije|Turcja|Turquia
        TT|Trinidad & Tobago|Trinidad und Tobago|Trinité-et-Tobago|Trinidad y Tobago|Trinidad e Tobago|Trinidad en Tobago
        TT|Trynidad i Tobago
        TV|Tuvalu
        TW|Taiwan|台灣|Taïwan|Taiwán|Tajwan
        TZ|Tanzania|Tansania|Tanzanie|Tanzânia
        UA|Ukraine|Україна|Украина|Ucrania|Ucraina|Oekraïne|Ukraina|Ucrânia
        UG|Uganda|Ouganda|Oeganda
        UM|U.S. Outlying Islands|Amerikanische Überseeinseln|Îles mineures éloignées des États-Unis|Islas menores alejadas de EE. UU.
        UM|Isole Minori Esterne degli Stati Uniti|Kleine afgelegen eilanden van de Verenigde Staten
        UM|Dalekie Wyspy Mniejsze Stanów Zjednoczonych|Ilhas Menores Distantes dos EUA
        US|United States|USA|U.S.A.|United States of America|Estados Unidos de América|Vereinigte Staaten|États-Unis
        US|Estados Unidos|Stati Uniti|Verenigde Staten|Stany Zjednoczone
        UY|Uruguay|Urugwaj|Uruguai
        UZ|Uzbekistan|Oʻzbekiston|Ўзбекистон|Usbekistan|Ouzbékistan|Uzbekistán|Oezbekistan|Uzbequistão
        VA|Vatican City|Holy See|Città del Vaticano|Vatikanstadt|État de la Cité du Vatican|Ciudad del Vaticano|Vaticaanstad|Watykan
        VA|Cidade do Vaticano
        VC|St. Vincent & Grenadines|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas
        VC|Saint Vincent e Grenadine|Saint Vincent en de Grenadines|Saint Vincent i Grenadyny|São Vicente e Granadinas
        VE|Venezuela|Wenezuela
        VG|British Virgin Islands|Britische Jungferninseln|Îles Vierges britanniques|Islas Vírgenes Británicas|Isole Vergini Britanniche
        VG|Britse Maagdeneilanden|Brytyjskie Wyspy Dziewicze|Ilhas Virgens Britânicas
        VI|U.S. Virgin Islands|Amerikanische Jungferninseln|Îles Vierges des États-Unis|Islas Vírgenes de EE. UU.|Isole Vergini Americane
        VI|Amerikaanse Maagdeneilanden|Wyspy Dziewicze Stanów Zjednoczonych|Ilhas Virgens Americanas
        VN|Vietnam|Viet Nam|Việt Nam|Viêt Nam|Wietnam|Vietnã
        VU|Vanuatu
        WF|Wallis & Futuna|Wallis-et-Futuna|Wallis und Futuna|Wallis y Futuna|Wallis e Futuna|Wallis en Futuna|Wallis i Futuna
        WS|Samoa
        XI|Northern Ireland
        YE|Yemen|اليمن|Jemen|Yémen|Iêmen
        YT|Mayotte|Majotta
        ZA|South Africa|Südafrika|Afrique du Sud|Sudáfrica|Sudafrica|Zuid-Afrika|Republika Południowej Afryki|África do Sul
        ZM|Zambia|Sambia|Zambie|Zâmbia
        ZW|Zimbabwe|Simbabwe|Zimbabue|Zimbábue
        1A|
        XI|Northern Ireland
        """
}

<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: CC0-1.0 -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <metadata>
    Names in the news, above all in Africa, that English voices say wrong.  One entry a line; a station's own file
    of the same form wins over this one.  An entry is here because the embedded voice read the name wrong, but for a
    few that are too much in the news to be left to chance.
    Sources: public general knowledge of how these people and places are named on air, transcribed by the authors
    of this project; no dictionary was copied.  The respellings were chosen by a program: among the likely
    spellings of each sound, those that two letter-to-sound readers say nearest to the phonemes.
    Dedicated to the public domain (CC0 1.0).
  </metadata>

  <!-- African heads of state and government -->
  <lexeme><grapheme>Abdelmadjid</grapheme><phoneme>ˌɑːbdɛlmɑːˈdʒiːd</phoneme><alias>ahbdelmahjeed</alias></lexeme>
  <lexeme><grapheme>Abdourahamane</grapheme><phoneme>ˌæbduːrɑːhəˈmɑːn</phoneme><alias>abdoorahhamahn</alias></lexeme>
  <lexeme><grapheme>Abiy</grapheme><phoneme>ˈɑːbi</phoneme><alias>ahbee</alias></lexeme>
  <lexeme><grapheme>Afwerki</grapheme><phoneme>ɑːfˈwɛrki</phoneme><alias>ahfwerkee</alias></lexeme>
  <lexeme><grapheme>Akhannouch</grapheme><phoneme>ˌɑːkəˈnuːʃ</phoneme><alias>ahkanoosh</alias></lexeme>
  <lexeme><grapheme>Akufo-Addo</grapheme><phoneme>əˈkuːfoʊ əˈdoʊ</phoneme><alias>akoofo adoh</alias></lexeme>
  <lexeme><grapheme>Alassane</grapheme><phoneme>ˌæləˈsɑːn</phoneme><alias>allasahn</alias></lexeme>
  <lexeme><grapheme>Assimi</grapheme><phoneme>ˈɑːsiːmi</phoneme><alias>aaseemee</alias></lexeme>
  <lexeme><grapheme>Assoumani</grapheme><phoneme>ˌæsuːˈmɑːni</phoneme><alias>asumahnee</alias></lexeme>
  <lexeme><grapheme>Atske</grapheme><phoneme>ˈɑːtskeɪ</phoneme><alias>ahtskay</alias></lexeme>
  <lexeme><grapheme>Azali</grapheme><phoneme>əˈzɑːli</phoneme><alias>azahlee</alias></lexeme>
  <lexeme><grapheme>Bashir</grapheme><phoneme>bəˈʃɪr</phoneme><alias>beshir</alias></lexeme>
  <lexeme><grapheme>Bassirou</grapheme><phoneme>ˈbæsiːruː</phoneme><alias>baseeroo</alias></lexeme>
  <lexeme><grapheme>Bawumia</grapheme><phoneme>bəˈwuːmiə</phoneme><alias>bewoomeea</alias></lexeme>
  <lexeme><grapheme>Bazoum</grapheme><phoneme>bɑːˈzuːm</phoneme><alias>baazoom</alias></lexeme>
  <lexeme><grapheme>Besigye</grapheme><phoneme>bɛˈsiːdʒeɪ</phoneme><alias>besseejay</alias></lexeme>
  <lexeme><grapheme>Biya</grapheme><phoneme>ˈbiːjə</phoneme><alias>beeya</alias></lexeme>
  <lexeme><grapheme>Boakai</grapheme><phoneme>ˈboʊəkaɪ</phoneme><alias>boeakai</alias></lexeme>
  <lexeme><grapheme>Bola</grapheme><phoneme>ˈbɔːlə</phoneme><alias>bawla</alias></lexeme>
  <lexeme><grapheme>Bongo Ondimba</grapheme><phoneme>ˈbɑːŋɡoʊ ɑːnˈdiːmbə</phoneme><alias>bahnggoh ahndeemba</alias></lexeme>
  <lexeme><grapheme>Burhan</grapheme><phoneme>bʊrˈhɑːn</phoneme><alias>boorhahn</alias></lexeme>
  <lexeme><grapheme>Chakwera</grapheme><phoneme>tʃɑːˈkwɛrə</phoneme><alias>chahkwehra</alias></lexeme>
  <lexeme><grapheme>Chamisa</grapheme><phoneme>tʃəˈmiːsə</phoneme><alias>chameesa</alias></lexeme>
  <lexeme><grapheme>Chapo</grapheme><phoneme>ˈʃɑːpoʊ</phoneme><alias>shahpoh</alias></lexeme>
  <lexeme><grapheme>Compaoré</grapheme><phoneme>ˌkɔːmpaʊˈreɪ</phoneme><alias>kawmpowray</alias></lexeme>
  <lexeme><grapheme>Condé</grapheme><phoneme>ˈkoʊndeɪ</phoneme><alias>kohnday</alias></lexeme>
  <lexeme><grapheme>Dagalo</grapheme><phoneme>dəˈɡɑːloʊ</phoneme><alias>degahloh</alias></lexeme>
  <lexeme><grapheme>Dalein</grapheme><phoneme>dɑːˈleɪn</phoneme><alias>dahlayn</alias></lexeme>
  <lexeme><grapheme>Damiba</grapheme><phoneme>dɑːˈmiːbə</phoneme><alias>dahmeeba</alias></lexeme>
  <lexeme><grapheme>Dbeibah</grapheme><phoneme>dəˈbeɪbə</phoneme><alias>dabayba</alias></lexeme>
  <lexeme><grapheme>Diallo</grapheme><phoneme>dʒɑːˈloʊ</phoneme><alias>jahloh</alias></lexeme>
  <lexeme><grapheme>Diomaye</grapheme><phoneme>dʒoʊˈmaɪ</phoneme><alias>johmeye</alias></lexeme>
  <lexeme><grapheme>Dlamini</grapheme><phoneme>dlɑːˈmiːni</phoneme><alias>dlahmeenee</alias></lexeme>
  <lexeme><grapheme>Doumbouya</grapheme><phoneme>duːmˈbuːjə</phoneme><alias>doombuya</alias></lexeme>
  <lexeme><grapheme>Dramani</grapheme><phoneme>drəˈmɑːni</phoneme><alias>dremahnee</alias></lexeme>
  <lexeme><grapheme>Embaló</grapheme><phoneme>ˌɛmbəˈloʊ</phoneme><alias>emmbalo</alias></lexeme>
  <lexeme><grapheme>Eyadéma</grapheme><phoneme>ˌeɪjəˈdeɪmə</phoneme><alias>aiyadaima</alias></lexeme>
  <lexeme><grapheme>Fayulu</grapheme><phoneme>fɑːˈjuːluː</phoneme><alias>faayooloo</alias></lexeme>
  <lexeme><grapheme>Gachagua</grapheme><phoneme>ɡɑːˈtʃɑːɡwə</phoneme><alias>gahchahgwa</alias></lexeme>
  <lexeme><grapheme>Gbagbo</grapheme><phoneme>ˈbɑːɡboʊ</phoneme><alias>bahgboh</alias></lexeme>
  <lexeme><grapheme>Geingob</grapheme><phoneme>ˈɡaɪnɡɔːb</phoneme><alias>gaingawb</alias></lexeme>
  <lexeme><grapheme>Ghannouchi</grapheme><phoneme>ɡəˈnuːʃi</phoneme><alias>ganooshi</alias></lexeme>
  <lexeme><grapheme>Ghrieb</grapheme><phoneme>ɡriːˈɛb</phoneme><alias>greeb</alias></lexeme>
  <lexeme><grapheme>Gnassingbé</grapheme><phoneme>njæˈsɪŋbeɪ</phoneme><alias>gnassingbé</alias></lexeme>
  <lexeme><grapheme>Gokhool</grapheme><phoneme>ɡoʊˈkuːl</phoneme><alias>gohkool</alias></lexeme>
  <lexeme><grapheme>Goïta</grapheme><phoneme>ˈɡɔɪtə</phoneme><alias>goyta</alias></lexeme>
  <lexeme><grapheme>Habyarimana</grapheme><phoneme>ˌhɑːbjɑːriːˈmɑːnə</phoneme><alias>hahbyahrreemana</alias></lexeme>
  <lexeme><grapheme>Haftar</grapheme><phoneme>ˈhæftɑːr</phoneme><alias>haftahr</alias></lexeme>
  <lexeme><grapheme>Haile Selassie</grapheme><phoneme>ˈhaɪli səˈlæsi</phoneme><alias>highlee selassi</alias></lexeme>
  <lexeme><grapheme>Hakainde</grapheme><phoneme>ˌhɑːkɑːˈɪndeɪ</phoneme><alias>hahkaainday</alias></lexeme>
  <lexeme><grapheme>Hemedti</grapheme><grapheme>Hemeti</grapheme><phoneme>hɛˈmɛti</phoneme><alias>hemetti</alias></lexeme>
  <lexeme><grapheme>Herminie</grapheme><phoneme>ˌɛrmiːˈniː</phoneme><alias>ermeenee</alias></lexeme>
  <lexeme><grapheme>Hichilema</grapheme><phoneme>ˌhiːtʃiːˈlɛmə</phoneme><alias>heecheelemma</alias></lexeme>
  <lexeme><grapheme>Isaias</grapheme><phoneme>ˌiːsɑːˈiːɑːs</phoneme><alias>eesaaeeaass</alias></lexeme>
  <lexeme><grapheme>Issoufou</grapheme><phoneme>ˌiːsuːˈfuː</phoneme><alias>eesoofoo</alias></lexeme>
  <lexeme><grapheme>Itno</grapheme><phoneme>ˈiːtnoʊ</phoneme><alias>eetnoh</alias></lexeme>
  <lexeme><grapheme>João</grapheme><phoneme>ʒuːˈaʊ</phoneme><alias>zhooau</alias></lexeme>
  <lexeme><grapheme>Jugnauth</grapheme><phoneme>ˈdʒʌɡnɔːt</phoneme><alias>jugnawt</alias></lexeme>
  <lexeme><grapheme>Kabila</grapheme><phoneme>kəˈbiːlə</phoneme><alias>kabeela</alias></lexeme>
  <lexeme><grapheme>Kagame</grapheme><phoneme>kəˈɡɑːmeɪ</phoneme><alias>kagahmay</alias></lexeme>
  <lexeme><grapheme>Kainerugaba</grapheme><phoneme>kaɪˌnɛruːˈɡɑːbə</phoneme><alias>kineroogahba</alias></lexeme>
  <lexeme><grapheme>Kais</grapheme><phoneme>kaɪs</phoneme><alias>kys</alias></lexeme>
  <lexeme><grapheme>Kashim</grapheme><phoneme>kɑːˈʃiːm</phoneme><alias>kahsheem</alias></lexeme>
  <lexeme><grapheme>Katumbi</grapheme><phoneme>kəˈtuːmbi</phoneme><alias>katoommbee</alias></lexeme>
  <lexeme><grapheme>Kaunda</grapheme><phoneme>kɑːˈʊndə</phoneme><alias>kaunda</alias></lexeme>
  <lexeme><grapheme>Kenyatta</grapheme><phoneme>kɛnˈjɑːtə</phoneme><alias>kenyata</alias></lexeme>
  <lexeme><grapheme>Kiir</grapheme><phoneme>kɪr</phoneme><alias>kir</alias></lexeme>
  <lexeme><grapheme>Kikwete</grapheme><phoneme>kiːˈkwɛteɪ</phoneme><alias>keekwetay</alias></lexeme>
  <lexeme><grapheme>Kindiki</grapheme><phoneme>kɪnˈdiːki</phoneme><alias>kinndeekee</alias></lexeme>
  <lexeme><grapheme>Koroma</grapheme><phoneme>kəˈroʊmə</phoneme><alias>keroma</alias></lexeme>
  <lexeme><grapheme>Kyagulanyi</grapheme><phoneme>ˌtʃɑːɡuːˈlɑːnji</phoneme><alias>chahgoolaanyee</alias></lexeme>
  <lexeme><grapheme>Kérékou</grapheme><phoneme>ˈkɛrɛkuː</phoneme><alias>kerekoo</alias></lexeme>
  <lexeme><grapheme>Larbaoui</grapheme><phoneme>lɑːrˈbɑːwi</phoneme><alias>larbahwee</alias></lexeme>
  <lexeme><grapheme>Letsie</grapheme><phoneme>lɛtˈsiːeɪ</phoneme><alias>letseeay</alias></lexeme>
  <lexeme><grapheme>Lissu</grapheme><phoneme>ˈliːsuː</phoneme><alias>leesoo</alias></lexeme>
  <lexeme><grapheme>Lourenço</grapheme><phoneme>loʊˈrɛnsuː</phoneme><alias>lohrensu</alias></lexeme>
  <lexeme><grapheme>Lumumba</grapheme><phoneme>luːˈmʊmbə</phoneme><alias>loomoomba</alias></lexeme>
  <lexeme><grapheme>Lungu</grapheme><phoneme>ˈlʊŋɡuː</phoneme><alias>loonggoo</alias></lexeme>
  <lexeme><grapheme>Machar</grapheme><phoneme>məˈʃɑːr</phoneme><alias>mashaar</alias></lexeme>
  <lexeme><grapheme>Magufuli</grapheme><phoneme>ˌmɑːɡuːˈfuːli</phoneme><alias>mahgoofoolee</alias></lexeme>
  <lexeme><grapheme>Mahama</grapheme><phoneme>məˈhɑːmə</phoneme><alias>mahama</alias></lexeme>
  <lexeme><grapheme>Majaliwa</grapheme><phoneme>ˌmɑːdʒəˈliːwə</phoneme><alias>mahjaleewa</alias></lexeme>
  <lexeme><grapheme>Mamady</grapheme><phoneme>ˈmɑːmədi</phoneme><alias>mahmadee</alias></lexeme>
  <lexeme><grapheme>Mashatile</grapheme><phoneme>ˌmɑːʃəˈtiːleɪ</phoneme><alias>mahshateelay</alias></lexeme>
  <lexeme><grapheme>Masra</grapheme><phoneme>ˈmɑːsrə</phoneme><alias>mahsra</alias></lexeme>
  <lexeme><grapheme>Matekane</grapheme><phoneme>ˌmɑːteɪˈkɑːneɪ</phoneme><alias>mahtaykahnay</alias></lexeme>
  <lexeme><grapheme>Mayardit</grapheme><phoneme>ˈmɑːjɑːrdɪt</phoneme><alias>maayardit</alias></lexeme>
  <lexeme><grapheme>Maïga</grapheme><phoneme>mɑːˈiːɡə</phoneme><alias>maaeega</alias></lexeme>
  <lexeme><grapheme>Mbasogo</grapheme><phoneme>əmbɑːˈsoʊɡoʊ</phoneme><alias>uhmmbahsohgo</alias></lexeme>
  <lexeme><grapheme>Mbeki</grapheme><phoneme>əmˈbɛki</phoneme><alias>embekee</alias></lexeme>
  <lexeme><grapheme>Mbumba</grapheme><phoneme>əmˈbuːmbə</phoneme><alias>amboomba</alias></lexeme>
  <lexeme><grapheme>Mengistu</grapheme><phoneme>mɛŋˈɡɪstuː</phoneme><alias>mengistoo</alias></lexeme>
  <lexeme><grapheme>Mnangagwa</grapheme><phoneme>əmnɑːŋˈɡɑːɡwə</phoneme><alias>amnahnggahgwa</alias></lexeme>
  <lexeme><grapheme>Mobutu</grapheme><phoneme>moʊˈbuːtuː</phoneme><alias>mohbootoo</alias></lexeme>
  <lexeme><grapheme>Mohamud</grapheme><phoneme>ˌmoʊhəˈmuːd</phoneme><alias>mohhamood</alias></lexeme>
  <lexeme><grapheme>Mondlane</grapheme><phoneme>mɑːndˈlɑːneɪ</phoneme><alias>mahnndlahnay</alias></lexeme>
  <lexeme><grapheme>Motlanthe</grapheme><phoneme>moʊtˈlɑːnteɪ</phoneme><alias>mohtlahntay</alias></lexeme>
  <lexeme><grapheme>Mswati</grapheme><phoneme>əmˈswɑːti</phoneme><alias>emswahtee</alias></lexeme>
  <lexeme><grapheme>Mudavadi</grapheme><phoneme>ˌmuːdəˈvɑːdi</phoneme><alias>moodavahdi</alias></lexeme>
  <lexeme><grapheme>Mugabe</grapheme><phoneme>muːˈɡɑːbi</phoneme><alias>mooggahbee</alias></lexeme>
  <lexeme><grapheme>Muhoozi</grapheme><phoneme>muːˈhuːzi</phoneme><alias>moohoozee</alias></lexeme>
  <lexeme><grapheme>Museveni</grapheme><phoneme>muːˈsɛvəni</phoneme><alias>moosevanee</alias></lexeme>
  <lexeme><grapheme>Musyoka</grapheme><phoneme>muːˈsjoʊkə</phoneme><alias>moosyoka</alias></lexeme>
  <lexeme><grapheme>Mutharika</grapheme><phoneme>ˌmuːtəˈriːkə</phoneme><alias>mootareeka</alias></lexeme>
  <lexeme><grapheme>N'Tam</grapheme><phoneme>ənˈtɑːm</phoneme><alias>entahm</alias></lexeme>
  <lexeme><grapheme>Nabbanja</grapheme><phoneme>nɑːˈbɑːndʒə</phoneme><alias>nahbahnja</alias></lexeme>
  <lexeme><grapheme>Nandi-Ndaitwah</grapheme><phoneme>ˈnɑːndi ənˈdaɪtwə</phoneme><alias>nahndee endightwa</alias></lexeme>
  <lexeme><grapheme>Nchemba</grapheme><phoneme>ənˈtʃɛmbə</phoneme><alias>anchemba</alias></lexeme>
  <lexeme><grapheme>Nchimbi</grapheme><phoneme>ənˈtʃiːmbi</phoneme><alias>encheembee</alias></lexeme>
  <lexeme><grapheme>Ndayishimiye</grapheme><phoneme>ənˌdɑːjiːʃiːˈmiːjeɪ</phoneme><alias>undaayeesheemeeyay</alias></lexeme>
  <lexeme><grapheme>Nduhungirehe</grapheme><phoneme>ənˌduːhuːŋɡiːˈreɪheɪ</phoneme><alias>andoohoonggirraihay</alias></lexeme>
  <lexeme><grapheme>Netumbo</grapheme><phoneme>nɛˈtʊmboʊ</phoneme><alias>netoombo</alias></lexeme>
  <lexeme><grapheme>Nguema</grapheme><phoneme>əŋˈɡweɪmə</phoneme><alias>unggwayma</alias></lexeme>
  <lexeme><grapheme>Ngute</grapheme><phoneme>əŋˈɡuːteɪ</phoneme><alias>enggootay</alias></lexeme>
  <lexeme><grapheme>Nkrumah</grapheme><phoneme>əŋˈkruːmə</phoneme><alias>angkrrooma</alias></lexeme>
  <lexeme><grapheme>Nkurunziza</grapheme><phoneme>əŋˌkuːruːnˈziːzə</phoneme><alias>angkooroonzeeza</alias></lexeme>
  <lexeme><grapheme>Nsengiyumva</grapheme><phoneme>ənˌsɛŋɡiːˈjuːmvə</phoneme><alias>ennsenggeeyoomva</alias></lexeme>
  <lexeme><grapheme>Nyerere</grapheme><phoneme>njɛˈrɛreɪ</phoneme><alias>nyehrehray</alias></lexeme>
  <lexeme><grapheme>Obiang</grapheme><phoneme>oʊˈbjɑːŋ</phoneme><alias>ohbyang</alias></lexeme>
  <lexeme><grapheme>Obote</grapheme><phoneme>oʊˈboʊteɪ</phoneme><alias>ohbohtay</alias></lexeme>
  <lexeme><grapheme>Oligui</grapheme><phoneme>oʊˈliːɡi</phoneme><alias>ohleeggee</alias></lexeme>
  <lexeme><grapheme>Opoku-Agyemang</grapheme><phoneme>oʊˈpoʊkuː ˌɑːdʒɛˈmɑːŋ</phoneme><alias>ohpohkoo ahjemahng</alias></lexeme>
  <lexeme><grapheme>Ouattara</grapheme><phoneme>wɑːˈtɑːrə</phoneme><alias>wahtahra</alias></lexeme>
  <lexeme><grapheme>Ousmane</grapheme><phoneme>uːsˈmɑːn</phoneme><alias>oossmahn</alias></lexeme>
  <lexeme><grapheme>Ouédraogo</grapheme><phoneme>ˌweɪdrɑːˈoʊɡoʊ</phoneme><alias>waydraaohgo</alias></lexeme>
  <lexeme><grapheme>Patrice Talon</grapheme><phoneme>pəˈtriːs tɑːˈloʊn</phoneme><alias>patreess tahlohn</alias></lexeme>
  <lexeme><grapheme>Raila</grapheme><phoneme>rɑːˈiːlə</phoneme><alias>raaila</alias></lexeme>
  <lexeme><grapheme>Rajoelina</grapheme><phoneme>rɑːˌdʒoʊɛˈliːnə</phoneme><alias>rahjoeelleena</alias></lexeme>
  <lexeme><grapheme>Ramaphosa</grapheme><phoneme>ˌrɑːməˈpoʊsə</phoneme><alias>rahmmaposa</alias></lexeme>
  <lexeme><grapheme>Ramgoolam</grapheme><phoneme>ˈrɑːmɡuːlɑːm</phoneme><alias>rahmgoolahm</alias></lexeme>
  <lexeme><grapheme>Ramkalawan</grapheme><phoneme>ˌrɑːmkəˈlɑːwən</phoneme><alias>rahmkalahwan</alias></lexeme>
  <lexeme><grapheme>Saied</grapheme><phoneme>ˈsaɪɛd</phoneme><alias>sighedd</alias></lexeme>
  <lexeme><grapheme>Samia</grapheme><phoneme>ˈsɑːmiə</phoneme><alias>sahmeea</alias></lexeme>
  <lexeme><grapheme>Sankara</grapheme><phoneme>sænˈkɑːrə</phoneme><alias>sankahra</alias></lexeme>
  <lexeme><grapheme>Sassou Nguesso</grapheme><phoneme>ˈsɑːsuː əŋˈɡɛsoʊ</phoneme><alias>sahsoo enggessoh</alias></lexeme>
  <lexeme><grapheme>Senghor</grapheme><phoneme>sæŋˈɡɔːr</phoneme><alias>sanggaur</alias></lexeme>
  <lexeme><grapheme>Shettima</grapheme><phoneme>ʃɛˈtiːmə</phoneme><alias>sheteema</alias></lexeme>
  <lexeme><grapheme>Sisi</grapheme><phoneme>ˈsiːsi</phoneme><alias>seesee</alias></lexeme>
  <lexeme><grapheme>Sissoco</grapheme><phoneme>siːˈsoʊkoʊ</phoneme><alias>seesohko</alias></lexeme>
  <lexeme><grapheme>Suminwa</grapheme><phoneme>suːˈmiːnwə</phoneme><alias>soomeenwa</alias></lexeme>
  <lexeme><grapheme>Tchiani</grapheme><grapheme>Tiani</grapheme><phoneme>tʃiːˈɑːni</phoneme><alias>cheeahnee</alias></lexeme>
  <lexeme><grapheme>Tchiroma</grapheme><phoneme>tʃiːˈroʊmə</phoneme><alias>cheeroma</alias></lexeme>
  <lexeme><grapheme>Tebboune</grapheme><phoneme>tɛˈbuːn</phoneme><alias>teboon</alias></lexeme>
  <lexeme><grapheme>Thiam</grapheme><phoneme>tʃɑːm</phoneme><alias>chahm</alias></lexeme>
  <lexeme><grapheme>Tinubu</grapheme><phoneme>tiːˈnuːbuː</phoneme><alias>teenooboo</alias></lexeme>
  <lexeme><grapheme>Touadéra</grapheme><phoneme>ˌtwɑːdeɪˈrɑː</phoneme><alias>twahdayraa</alias></lexeme>
  <lexeme><grapheme>Traoré</grapheme><phoneme>traʊˈreɪ</phoneme><alias>trowray</alias></lexeme>
  <lexeme><grapheme>Trovoada</grapheme><phoneme>ˌtroʊvoʊˈɑːdə</phoneme><alias>trohvoeada</alias></lexeme>
  <lexeme><grapheme>Tshisekedi</grapheme><phoneme>ˌtʃiːsɛˈkeɪdi</phoneme><alias>cheessekaydi</alias></lexeme>
  <lexeme><grapheme>Tsvangirai</grapheme><phoneme>ˈtʃæŋɡɪraɪ</phoneme><alias>changirigh</alias></lexeme>
  <lexeme><grapheme>Wadagni</grapheme><phoneme>wɑːˈdɑːnji</phoneme><alias>wahdahnyee</alias></lexeme>
  <lexeme><grapheme>Weah</grapheme><phoneme>ˈweɪə</phoneme><alias>waya</alias></lexeme>
  <lexeme><grapheme>Yoweri</grapheme><phoneme>joʊˈwɛri</phoneme><alias>yohwehree</alias></lexeme>
  <lexeme><grapheme>Zeine</grapheme><phoneme>zeɪn</phoneme><alias>zayn</alias></lexeme>
  <lexeme><grapheme>Évariste</grapheme><phoneme>ˌeɪvɑːˈriːst</phoneme><alias>aivahreest</alias></lexeme>

  <!-- Ministers, party leaders, soldiers and officials in Africa -->
  <lexeme><grapheme>Abacha</grapheme><phoneme>ˈɑːbɑːtʃə</phoneme><alias>ahbahcha</alias></lexeme>
  <lexeme><grapheme>Abiodun</grapheme><phoneme>ˌɑːbiˈoʊduːn</phoneme><alias>ahbeeohdoon</alias></lexeme>
  <lexeme><grapheme>Abiola</grapheme><phoneme>ˌɑːbiˈoʊlə</phoneme><alias>ahbeeola</alias></lexeme>
  <lexeme><grapheme>Ablakwa</grapheme><phoneme>əˈblɑːkwə</phoneme><alias>ablahkwa</alias></lexeme>
  <lexeme><grapheme>Abubakar</grapheme><phoneme>əˈbuːbəkɑːr</phoneme><alias>aboobakahr</alias></lexeme>
  <lexeme><grapheme>Adelabu</grapheme><phoneme>ˌɑːdɛˈlɑːbuː</phoneme><alias>ahdelabu</alias></lexeme>
  <lexeme><grapheme>Adeleke</grapheme><phoneme>ˌɑːdɛˈlɛkeɪ</phoneme><alias>ahdelekay</alias></lexeme>
  <lexeme><grapheme>Adenuga</grapheme><phoneme>ˌɑːdɛˈnuːɡə</phoneme><alias>ahdenooga</alias></lexeme>
  <lexeme><grapheme>Adesina</grapheme><phoneme>ˌɑːdɛˈsiːnə</phoneme><alias>adeseena</alias></lexeme>
  <lexeme><grapheme>Adhanom</grapheme><phoneme>ˈɑːdɑːnɔːm</phoneme><alias>ahdahnawm</alias></lexeme>
  <lexeme><grapheme>Aiyedatiwa</grapheme><phoneme>ˌaɪjɛdəˈtiːwə</phoneme><alias>yyeddateewa</alias></lexeme>
  <lexeme><grapheme>Ajaero</grapheme><phoneme>əˈdʒaɪroʊ</phoneme><alias>ejieroh</alias></lexeme>
  <lexeme><grapheme>Akinwumi</grapheme><phoneme>ˌɑːkiːnˈwuːmi</phoneme><alias>ahkeenwoomee</alias></lexeme>
  <lexeme><grapheme>Akpabio</grapheme><phoneme>ɑːkˈpɑːbioʊ</phoneme><alias>ahkpahbeeoe</alias></lexeme>
  <lexeme><grapheme>Akpoti-Uduaghan</grapheme><phoneme>əkˈpoʊti uːˈdwɑːɡæn</phoneme><alias>akpoti oodwahgann</alias></lexeme>
  <lexeme><grapheme>Alaafin</grapheme><phoneme>ˈɑːlɑːfiːn</phoneme><alias>ahlaafeen</alias></lexeme>
  <lexeme><grapheme>Alake</grapheme><phoneme>əˈlɑːkeɪ</phoneme><alias>alahkay</alias></lexeme>
  <lexeme><grapheme>Alausa</grapheme><phoneme>əˈlaʊsə</phoneme><alias>allowsa</alias></lexeme>
  <lexeme><grapheme>Aliko</grapheme><phoneme>əˈliːkoʊ</phoneme><alias>alleekoh</alias></lexeme>
  <lexeme><grapheme>Amaechi</grapheme><phoneme>əˈmeɪtʃi</phoneme><alias>emaychee</alias></lexeme>
  <lexeme><grapheme>Amhara</grapheme><phoneme>ɑːmˈhɑːrə</phoneme><alias>ahmhahra</alias></lexeme>
  <lexeme><grapheme>Amupitan</grapheme><phoneme>əˈmuːpɪtæn</phoneme><alias>amoopitann</alias></lexeme>
  <lexeme><grapheme>Aregbesola</grapheme><phoneme>əˌrɛɡbɛˈʃoʊlə</phoneme><alias>uhregbeshohla</alias></lexeme>
  <lexeme><grapheme>Asantehene</grapheme><phoneme>əˈsɑːntiˌheɪni</phoneme><alias>asahnteehaynee</alias></lexeme>
  <lexeme><grapheme>Asiedu Nketia</grapheme><phoneme>əˈʃɛduː əŋˈkɛtʃə</phoneme><alias>uhshedu angkecha</alias></lexeme>
  <lexeme><grapheme>Atiku</grapheme><phoneme>əˈtiːkuː</phoneme><alias>atteekoo</alias></lexeme>
  <lexeme><grapheme>Awolowo</grapheme><phoneme>əˈwoʊloʊwoʊ</phoneme><alias>awoelohwoh</alias></lexeme>
  <lexeme><grapheme>Ayine</grapheme><phoneme>ˈaɪineɪ</phoneme><alias>eyeenay</alias></lexeme>
  <lexeme><grapheme>Azikiwe</grapheme><phoneme>ˌɑːziːˈkiːweɪ</phoneme><alias>ahzeekeeway</alias></lexeme>
  <lexeme><grapheme>Babangida</grapheme><phoneme>bəˈbɑːŋɡidə</phoneme><alias>bebahnggeedda</alias></lexeme>
  <lexeme><grapheme>Badaru</grapheme><phoneme>bəˈdɑːruː</phoneme><alias>bedahroo</alias></lexeme>
  <lexeme><grapheme>Balewa</grapheme><phoneme>bəˈleɪwə</phoneme><alias>belaywa</alias></lexeme>
  <lexeme><grapheme>Banyamulenge</grapheme><phoneme>ˌbɑːnjəmuːˈlɛŋɡeɪ</phoneme><alias>baanyummoolenggay</alias></lexeme>
  <lexeme><grapheme>Buhari</grapheme><phoneme>buːˈhɑːri</phoneme><alias>boohahri</alias></lexeme>
  <lexeme><grapheme>Buthelezi</grapheme><phoneme>ˌbuːtəˈleɪzi</phoneme><alias>bootalayzee</alias></lexeme>
  <lexeme><grapheme>Cachalia</grapheme><phoneme>kəˈtʃɑːliə</phoneme><alias>kachahlia</alias></lexeme>
  <lexeme><grapheme>Cardoso</grapheme><phoneme>kɑːrˈdoʊzoʊ</phoneme><alias>kardohzo</alias></lexeme>
  <lexeme><grapheme>Chebukati</grapheme><phoneme>ˌtʃɛbuːˈkɑːti</phoneme><alias>chebookahtee</alias></lexeme>
  <lexeme><grapheme>Dangote</grapheme><phoneme>dæŋˈɡoʊteɪ</phoneme><alias>danggohtay</alias></lexeme>
  <lexeme><grapheme>Debretsion</grapheme><phoneme>ˌdɛbrɛˈtsioʊn</phoneme><alias>debretseeohn</alias></lexeme>
  <lexeme><grapheme>Demeke</grapheme><phoneme>ˈdɛmɛkeɪ</phoneme><alias>demekay</alias></lexeme>
  <lexeme><grapheme>Edun</grapheme><phoneme>ˈeɪduːn</phoneme><alias>aidoon</alias></lexeme>
  <lexeme><grapheme>Egbetokun</grapheme><phoneme>ˌɛɡbɛˈtoʊkuːn</phoneme><alias>egbetohkoon</alias></lexeme>
  <lexeme><grapheme>Ekweremadu</grapheme><phoneme>ˌɛkwɛrɛˈmɑːduː</phoneme><alias>ekwehrremahdoo</alias></lexeme>
  <lexeme><grapheme>Elumelu</grapheme><phoneme>ˌɛluːˈmɛluː</phoneme><alias>ehloomeloo</alias></lexeme>
  <lexeme><grapheme>Emefiele</grapheme><phoneme>ˌɛmɛfiˈɛleɪ</phoneme><alias>emefeelay</alias></lexeme>
  <lexeme><grapheme>Ethekon</grapheme><phoneme>ˈɛθɛkɔːn</phoneme><alias>ethekawn</alias></lexeme>
  <lexeme><grapheme>Ezekwesili</grapheme><phoneme>ɛˌzɛkweɪˈsiːli</phoneme><alias>ezekwayseeli</alias></lexeme>
  <lexeme><grapheme>Fagbemi</grapheme><phoneme>ˈfɑːɡbɛmi</phoneme><alias>fahgbemi</alias></lexeme>
  <lexeme><grapheme>Faki</grapheme><phoneme>ˈfɑːki</phoneme><alias>fahkee</alias></lexeme>
  <lexeme><grapheme>Fayemi</grapheme><phoneme>fɑːˈjɛmi</phoneme><alias>faayemi</alias></lexeme>
  <lexeme><grapheme>Fubara</grapheme><phoneme>fuːˈbɑːrə</phoneme><alias>foobahra</alias></lexeme>
  <lexeme><grapheme>Ganduje</grapheme><phoneme>ɡɑːnˈduːdʒeɪ</phoneme><alias>gahndoojay</alias></lexeme>
  <lexeme><grapheme>Gbajabiamila</grapheme><phoneme>ˌbɑːdʒəˌbiːəˈmiːlə</phoneme><alias>bahjabeeamila</alias></lexeme>
  <lexeme><grapheme>Gebremedhin</grapheme><phoneme>ˌɡɛbrəˈmɛdɪn</phoneme><alias>gebruhmedin</alias></lexeme>
  <lexeme><grapheme>Getachew</grapheme><phoneme>ɡɛˈtɑːtʃoʊ</phoneme><alias>getahcho</alias></lexeme>
  <lexeme><grapheme>Ghebreyesus</grapheme><phoneme>ˌɡɛbrəˈjeɪsuːs</phoneme><alias>gebbruyaisooss</alias></lexeme>
  <lexeme><grapheme>Godongwana</grapheme><phoneme>ˌɡɔːdɔːŋˈɡwɑːnə</phoneme><alias>gawdawnggwana</alias></lexeme>
  <lexeme><grapheme>Gowon</grapheme><phoneme>ˈɡaʊən</phoneme><alias>gowan</alias></lexeme>
  <lexeme><grapheme>Hlophe</grapheme><phoneme>ˈʃloʊpeɪ</phoneme><alias>shlohpay</alias></lexeme>
  <lexeme><grapheme>Idris</grapheme><phoneme>ɪˈdriːs</phoneme><alias>idreess</alias></lexeme>
  <lexeme><grapheme>Kaboré</grapheme><phoneme>ˌkɑːbɔːˈreɪ</phoneme><alias>kahboray</alias></lexeme>
  <lexeme><grapheme>Kanyuka</grapheme><phoneme>kəˈnjuːkə</phoneme><alias>kanyuka</alias></lexeme>
  <lexeme><grapheme>Keyamo</grapheme><phoneme>keɪˈjɑːmoʊ</phoneme><alias>kayyahmo</alias></lexeme>
  <lexeme><grapheme>Kganyago</grapheme><phoneme>kɑːˈnjɑːɡoʊ</phoneme><alias>kahnyahgo</alias></lexeme>
  <lexeme><grapheme>Kufuor</grapheme><phoneme>ˈkuːfɔːr</phoneme><alias>koofaur</alias></lexeme>
  <lexeme><grapheme>Kwabena</grapheme><phoneme>kwɑːˈbɛnə</phoneme><alias>kwahbenna</alias></lexeme>
  <lexeme><grapheme>Kwankwaso</grapheme><phoneme>kwɑːŋˈkwɑːsoʊ</phoneme><alias>kwahngkwahsoh</alias></lexeme>
  <lexeme><grapheme>Kyari</grapheme><phoneme>ˈtʃɑːri</phoneme><alias>chahree</alias></lexeme>
  <lexeme><grapheme>Lamola</grapheme><phoneme>ləˈmoʊlə</phoneme><alias>lamola</alias></lexeme>
  <lexeme><grapheme>Lawan</grapheme><phoneme>ləˈwɑːn</phoneme><alias>lawahn</alias></lexeme>
  <lexeme><grapheme>Madlanga</grapheme><phoneme>mədˈlɑːŋɡə</phoneme><alias>madlahngga</alias></lexeme>
  <lexeme><grapheme>Mahamat</grapheme><phoneme>ˈmɑːhəmɑːt</phoneme><alias>mahhamaht</alias></lexeme>
  <lexeme><grapheme>Maimane</grapheme><phoneme>maɪˈmɑːneɪ</phoneme><alias>mymahnay</alias></lexeme>
  <lexeme><grapheme>Makenga</grapheme><phoneme>məˈkɛŋɡə</phoneme><alias>muhkengga</alias></lexeme>
  <lexeme><grapheme>Makinde</grapheme><phoneme>məˈkɪndeɪ</phoneme><alias>makinnday</alias></lexeme>
  <lexeme><grapheme>Malami</grapheme><phoneme>məˈlɑːmi</phoneme><alias>malahmee</alias></lexeme>
  <lexeme><grapheme>Malema</grapheme><phoneme>məˈleɪmə</phoneme><alias>malayma</alias></lexeme>
  <lexeme><grapheme>Mantashe</grapheme><phoneme>mɑːnˈtɑːʃeɪ</phoneme><alias>mahnnttahshay</alias></lexeme>
  <lexeme><grapheme>Maraga</grapheme><phoneme>məˈrɑːɡə</phoneme><alias>meraga</alias></lexeme>
  <lexeme><grapheme>Matiang'i</grapheme><grapheme>Matiangi</grapheme><phoneme>mɑːˈtjɑːŋi</phoneme><alias>mahtyangi</alias></lexeme>
  <lexeme><grapheme>Mbadi</grapheme><phoneme>əmˈbɑːdi</phoneme><alias>embahdee</alias></lexeme>
  <lexeme><grapheme>Mbah</grapheme><phoneme>əmˈbɑː</phoneme><alias>embah</alias></lexeme>
  <lexeme><grapheme>Mbalula</grapheme><phoneme>əmbəˈluːlə</phoneme><alias>ambaloola</alias></lexeme>
  <lexeme><grapheme>Mchunu</grapheme><phoneme>əmˈtʃuːnuː</phoneme><alias>amchoonoo</alias></lexeme>
  <lexeme><grapheme>Mekonnen</grapheme><phoneme>mɛˈkoʊnən</phoneme><alias>mekohnan</alias></lexeme>
  <lexeme><grapheme>Misuzulu</grapheme><phoneme>ˌmiːsuːˈzuːluː</phoneme><alias>meesoozoolloo</alias></lexeme>
  <lexeme><grapheme>Mkhwanazi</grapheme><phoneme>əmkwəˈnɑːzi</phoneme><alias>amkwanahzee</alias></lexeme>
  <lexeme><grapheme>Motsepe</grapheme><phoneme>moʊtˈsɛpeɪ</phoneme><alias>mohtsepay</alias></lexeme>
  <lexeme><grapheme>Motsoaledi</grapheme><phoneme>ˌmoʊtsoʊəˈlɛdi</phoneme><alias>mohtsoeledi</alias></lexeme>
  <lexeme><grapheme>Muhammadu</grapheme><phoneme>muːˈhɑːməduː</phoneme><alias>moohaamadoo</alias></lexeme>
  <lexeme><grapheme>Mukwege</grapheme><phoneme>muːˈkwɛɡeɪ</phoneme><alias>mookweggay</alias></lexeme>
  <lexeme><grapheme>Murkomen</grapheme><phoneme>mʊrˈkoʊmən</phoneme><alias>moorkohman</alias></lexeme>
  <lexeme><grapheme>Nangaa</grapheme><phoneme>nɑːŋˈɡɑː</phoneme><alias>nahnggaa</alias></lexeme>
  <lexeme><grapheme>Nkandla</grapheme><phoneme>əŋˈkɑːndlə</phoneme><alias>angkahndla</alias></lexeme>
  <lexeme><grapheme>Nketia</grapheme><phoneme>əŋˈkɛtʃə</phoneme><alias>angkecha</alias></lexeme>
  <lexeme><grapheme>Nnamdi</grapheme><phoneme>ˈnɑːmdi</phoneme><alias>nahmdee</alias></lexeme>
  <lexeme><grapheme>Nwosu</grapheme><phoneme>ənˈwoʊsuː</phoneme><alias>enwoesoo</alias></lexeme>
  <lexeme><grapheme>Nyesom</grapheme><phoneme>ˈnjɛsəm</phoneme><alias>nyesam</alias></lexeme>
  <lexeme><grapheme>Oba</grapheme><phoneme>ˈɔːbə</phoneme><alias>awba</alias></lexeme>
  <lexeme><grapheme>Obafemi</grapheme><phoneme>ˌɔːbəˈfɛmi</phoneme><alias>awbuhfemee</alias></lexeme>
  <lexeme><grapheme>Obasanjo</grapheme><phoneme>oʊˈbɑːsændʒoʊ</phoneme><alias>ohbahsanjoe</alias></lexeme>
  <lexeme><grapheme>Oborevwori</grapheme><phoneme>oʊˌbɔːrɛvˈwɔːri</phoneme><alias>ohborrevworee</alias></lexeme>
  <lexeme><grapheme>Ojukwu</grapheme><phoneme>oʊˈdʒuːkwuː</phoneme><alias>ohjookwoo</alias></lexeme>
  <lexeme><grapheme>Ojulari</grapheme><phoneme>ˌoʊdʒuːˈlɑːri</phoneme><alias>ohjoolahree</alias></lexeme>
  <lexeme><grapheme>Okonjo-Iweala</grapheme><phoneme>oʊˈkɔːndʒoʊ iːˈweɪlə</phoneme><alias>ohkonjo eewaila</alias></lexeme>
  <lexeme><grapheme>Okowa</grapheme><phoneme>oʊˈkoʊwə</phoneme><alias>ohkohwa</alias></lexeme>
  <lexeme><grapheme>Okpebholo</grapheme><phoneme>oʊkˈpɛboʊloʊ</phoneme><alias>ohkpeboeloh</alias></lexeme>
  <lexeme><grapheme>Okudzeto</grapheme><phoneme>ˌoʊkuːˈdzɛtoʊ</phoneme><alias>ohkoodzetto</alias></lexeme>
  <lexeme><grapheme>Olukoyede</grapheme><phoneme>ˌoʊluːkoʊˈjɛdeɪ</phoneme><alias>ohlukohyeday</alias></lexeme>
  <lexeme><grapheme>Olusegun</grapheme><phoneme>ɔːˈluːʃɛɡuːn</phoneme><alias>awlooshegun</alias></lexeme>
  <lexeme><grapheme>Oluwo</grapheme><phoneme>oʊˈluːwoʊ</phoneme><alias>ohluwo</alias></lexeme>
  <lexeme><grapheme>Oluyede</grapheme><phoneme>ˌoʊluːˈjɛdeɪ</phoneme><alias>ohlooyeday</alias></lexeme>
  <lexeme><grapheme>Omtatah</grapheme><phoneme>ˈɔːmtɑːtə</phoneme><alias>awmttahta</alias></lexeme>
  <lexeme><grapheme>Ooni</grapheme><phoneme>ˈoʊni</phoneme><alias>ohnee</alias></lexeme>
  <lexeme><grapheme>Oshiomhole</grapheme><phoneme>ˌoʊʃiˈoʊmoʊleɪ</phoneme><alias>ohsheeohmoelay</alias></lexeme>
  <lexeme><grapheme>Osifo</grapheme><phoneme>oʊˈsiːfoʊ</phoneme><alias>ohseefo</alias></lexeme>
  <lexeme><grapheme>Osinbajo</grapheme><phoneme>ˌoʊʃiːnˈbɑːdʒoʊ</phoneme><alias>ohsheenbahjo</alias></lexeme>
  <lexeme><grapheme>Osodeke</grapheme><phoneme>oʊˈsoʊdɛkeɪ</phoneme><alias>ohsohdekay</alias></lexeme>
  <lexeme><grapheme>Otumfuo</grapheme><phoneme>ˈoʊtuːmfwoʊ</phoneme><alias>ohtoomfwoh</alias></lexeme>
  <lexeme><grapheme>Ould</grapheme><phoneme>uːld</phoneme><alias>oold</alias></lexeme>
  <lexeme><grapheme>Ould Tah</grapheme><phoneme>ˈuːld ˈtɑː</phoneme><alias>oold tah</alias></lexeme>
  <lexeme><grapheme>Oyebanji</grapheme><phoneme>ˌoʊjɛˈbɑːndʒi</phoneme><alias>oeyebahnjee</alias></lexeme>
  <lexeme><grapheme>Oyetola</grapheme><phoneme>ˌɔːjɛˈtoʊlə</phoneme><alias>auyehtola</alias></lexeme>
  <lexeme><grapheme>Phosa</grapheme><phoneme>ˈpoʊsə</phoneme><alias>pohsa</alias></lexeme>
  <lexeme><grapheme>Ramokgopa</grapheme><phoneme>ˌrɑːmoʊˈkoʊpə</phoneme><alias>rahmohkopa</alias></lexeme>
  <lexeme><grapheme>Sanusi</grapheme><phoneme>səˈnuːsi</phoneme><alias>suhnoosee</alias></lexeme>
  <lexeme><grapheme>Sanwo-Olu</grapheme><phoneme>ˈsɑːnwoʊ ˈoʊluː</phoneme><alias>sahnwoh ohloo</alias></lexeme>
  <lexeme><grapheme>Saraki</grapheme><phoneme>səˈrɑːki</phoneme><alias>surahkee</alias></lexeme>
  <lexeme><grapheme>Seyi</grapheme><phoneme>ˈʃeɪi</phoneme><alias>shayee</alias></lexeme>
  <lexeme><grapheme>Siminalayi</grapheme><phoneme>ˌsiːminəˈlaɪi</phoneme><alias>seemeenaleyee</alias></lexeme>
  <lexeme><grapheme>Sisulu</grapheme><phoneme>siːˈsuːluː</phoneme><alias>seesooloo</alias></lexeme>
  <lexeme><grapheme>Soludo</grapheme><phoneme>soʊˈluːdoʊ</phoneme><alias>sohludo</alias></lexeme>
  <lexeme><grapheme>Sowore</grapheme><phoneme>ʃoʊˈwɔːreɪ</phoneme><alias>shohworay</alias></lexeme>
  <lexeme><grapheme>Steenhuisen</grapheme><phoneme>ˈsteɪnˌhaʊzən</phoneme><alias>staynhowzan</alias></lexeme>
  <lexeme><grapheme>Tafawa</grapheme><phoneme>təˈfɑːwə</phoneme><alias>tafawa</alias></lexeme>
  <lexeme><grapheme>Tedros</grapheme><phoneme>ˈtɛdroʊs</phoneme><alias>tedrohss</alias></lexeme>
  <lexeme><grapheme>Tigray</grapheme><phoneme>ˈtiːɡraɪ</phoneme><alias>teegreye</alias></lexeme>
  <lexeme><grapheme>Touray</grapheme><phoneme>ˈtuːreɪ</phoneme><alias>toorray</alias></lexeme>
  <lexeme><grapheme>Tuggar</grapheme><phoneme>ˈtuːɡɑːr</phoneme><alias>toogaar</alias></lexeme>
  <lexeme><grapheme>Umahi</grapheme><phoneme>uːˈmɑːhi</phoneme><alias>oommahhi</alias></lexeme>
  <lexeme><grapheme>Uzodimma</grapheme><phoneme>uːzoʊˈdiːmə</phoneme><alias>oozohdeema</alias></lexeme>
  <lexeme><grapheme>Wetang'ula</grapheme><grapheme>Wetangula</grapheme><phoneme>ˌwɛtɑːŋˈuːlə</phoneme><alias>wetahngoola</alias></lexeme>
  <lexeme><grapheme>Wike</grapheme><phoneme>ˈwiːkeɪ</phoneme><alias>weekay</alias></lexeme>
  <lexeme><grapheme>Yar'Adua</grapheme><grapheme>Yar Adua</grapheme><grapheme>Yaradua</grapheme><phoneme>ˌjɑːrəˈduːə</phoneme><alias>yahradooa</alias></lexeme>
  <lexeme><grapheme>Youssouf</grapheme><phoneme>juːˈsuːf</phoneme><alias>yoosoof</alias></lexeme>
  <lexeme><grapheme>Zille</grapheme><phoneme>ˈzɪlə</phoneme><alias>zihla</alias></lexeme>
  <lexeme><grapheme>Zulum</grapheme><phoneme>ˈzuːluːm</phoneme><alias>zoolloom</alias></lexeme>
  <lexeme><grapheme>Zwelithini</grapheme><phoneme>zwɛliːˈtiːni</phoneme><alias>zweleeteenee</alias></lexeme>

  <!-- Peoples, languages, institutions, money, armed groups -->
  <lexeme><grapheme>Afenifere</grapheme><phoneme>əˌfɛniˈfɛreɪ</phoneme><alias>afeneefehray</alias></lexeme>
  <lexeme><grapheme>Al-Shabaab</grapheme><grapheme>al-Shabab</grapheme><phoneme>æl ʃəˈbɑːb</phoneme><alias>al shabahb</alias></lexeme>
  <lexeme><grapheme>Amotekun</grapheme><phoneme>ˌɑːmoʊˈtɛkuːn</phoneme><alias>ahmohtekoon</alias></lexeme>
  <lexeme><grapheme>Ansaru</grapheme><phoneme>ænˈsɑːruː</phoneme><alias>ansahrroo</alias></lexeme>
  <lexeme><grapheme>Boko Haram</grapheme><phoneme>ˈboʊkoʊ həˈrɑːm</phoneme><alias>bohkoh harahm</alias></lexeme>
  <lexeme><grapheme>cedi</grapheme><phoneme>ˈsiːdi</phoneme><alias>seedee</alias></lexeme>
  <lexeme><grapheme>cedis</grapheme><phoneme>ˈsiːdiz</phoneme><alias>seedeez</alias></lexeme>
  <lexeme><grapheme>Chadema</grapheme><phoneme>tʃəˈdeɪmə</phoneme><alias>chadaima</alias></lexeme>
  <lexeme><grapheme>danfo</grapheme><phoneme>ˈdɑːnfoʊ</phoneme><alias>dahnfoh</alias></lexeme>
  <lexeme><grapheme>ECOWAS</grapheme><phoneme>ˈɛkoʊwɑːs</phoneme><alias>ekohwass</alias></lexeme>
  <lexeme><grapheme>Eid al-Fitr</grapheme><grapheme>Eid-el-Fitr</grapheme><phoneme>ˈiːd ɑːl ˈfɪtər</phoneme><alias>eed ahl fitar</alias></lexeme>
  <lexeme><grapheme>Ewe</grapheme><phoneme>ˈɛveɪ</phoneme><alias>ehvay</alias></lexeme>
  <lexeme><grapheme>Frelimo</grapheme><phoneme>freɪˈliːmoʊ</phoneme><alias>frayleemmoh</alias></lexeme>
  <lexeme><grapheme>Igbo</grapheme><phoneme>ˈiːboʊ</phoneme><alias>eeboh</alias></lexeme>
  <lexeme><grapheme>Ijaw</grapheme><phoneme>ˈiːdʒɔː</phoneme><alias>eejaw</alias></lexeme>
  <lexeme><grapheme>Inkatha</grapheme><phoneme>ɪnˈkɑːtə</phoneme><alias>inkahta</alias></lexeme>
  <lexeme><grapheme>Jama'atu</grapheme><phoneme>dʒəˈmɑːtuː</phoneme><alias>jamatu</alias></lexeme>
  <lexeme><grapheme>Kanuri</grapheme><phoneme>kəˈnʊri</phoneme><alias>kanooree</alias></lexeme>
  <lexeme><grapheme>Lakurawa</grapheme><phoneme>ˌlɑːkuːˈrɑːwə</phoneme><alias>lahkoorawa</alias></lexeme>
  <lexeme><grapheme>Luhya</grapheme><phoneme>ˈluːjə</phoneme><alias>looya</alias></lexeme>
  <lexeme><grapheme>Masalit</grapheme><phoneme>ˈmɑːsəliːt</phoneme><alias>mahsaleet</alias></lexeme>
  <lexeme><grapheme>matatu</grapheme><phoneme>məˈtɑːtuː</phoneme><alias>matatu</alias></lexeme>
  <lexeme><grapheme>Miyetti Allah</grapheme><phoneme>miːˈjɛti ˈælə</phoneme><alias>meeyeti alla</alias></lexeme>
  <lexeme><grapheme>Ndebele</grapheme><phoneme>əndəˈbeɪleɪ</phoneme><alias>andabaylay</alias></lexeme>
  <lexeme><grapheme>Ndigbo</grapheme><phoneme>ənˈdiːboʊ</phoneme><alias>endeeboh</alias></lexeme>
  <lexeme><grapheme>Nupe</grapheme><phoneme>ˈnuːpeɪ</phoneme><alias>noopay</alias></lexeme>
  <lexeme><grapheme>Ogoni</grapheme><phoneme>oʊˈɡoʊni</phoneme><alias>ohgoni</alias></lexeme>
  <lexeme><grapheme>Ohanaeze</grapheme><phoneme>oʊˌhɑːnəˈɛzeɪ</phoneme><alias>ohhahnaezay</alias></lexeme>
  <lexeme><grapheme>pesewa</grapheme><phoneme>ˈpɛsəwə</phoneme><alias>pesuhwa</alias></lexeme>
  <lexeme><grapheme>pesewas</grapheme><phoneme>ˈpɛsəwɑːz</phoneme><alias>pesawahz</alias></lexeme>
  <lexeme><grapheme>Renamo</grapheme><phoneme>rɛˈnɑːmoʊ</phoneme><alias>rennahmo</alias></lexeme>
  <lexeme><grapheme>Sesotho</grapheme><phoneme>sɛˈsuːtuː</phoneme><alias>sesutoo</alias></lexeme>
  <lexeme><grapheme>Shabaab</grapheme><phoneme>ʃəˈbɑːb</phoneme><alias>shabahb</alias></lexeme>
  <lexeme><grapheme>Sizwe</grapheme><phoneme>ˈsiːzweɪ</phoneme><alias>seezway</alias></lexeme>
  <lexeme><grapheme>Twi</grapheme><phoneme>tʃwiː</phoneme><alias>chuee</alias></lexeme>
  <lexeme><grapheme>uMkhonto</grapheme><phoneme>uːmˈkɔːntoʊ</phoneme><alias>oomkonto</alias></lexeme>
  <lexeme><grapheme>Xhosa</grapheme><phoneme>ˈkɔːsə</phoneme><alias>kawsa</alias></lexeme>

  <!-- Names that many people in the news bear -->
  <lexeme><grapheme>Abena</grapheme><phoneme>ˌɑːbɛˈnɑː</phoneme><alias>ahbenah</alias></lexeme>
  <lexeme><grapheme>Achebe</grapheme><phoneme>əˈtʃeɪbeɪ</phoneme><alias>achaybay</alias></lexeme>
  <lexeme><grapheme>Achieng</grapheme><phoneme>əˈtʃɛŋ</phoneme><alias>uhcheng</alias></lexeme>
  <lexeme><grapheme>Adebayo</grapheme><phoneme>ˌɑːdɛˈbaɪoʊ</phoneme><alias>ahdebyoh</alias></lexeme>
  <lexeme><grapheme>Adekunle</grapheme><phoneme>ˌɑːdɛˈkuːnleɪ</phoneme><alias>ahddekoonlay</alias></lexeme>
  <lexeme><grapheme>Ademola</grapheme><phoneme>ˌɑːdɛˈmoʊlə</phoneme><alias>ahdemola</alias></lexeme>
  <lexeme><grapheme>Adeola</grapheme><phoneme>ˌɑːdɛˈoʊlə</phoneme><alias>ahdeola</alias></lexeme>
  <lexeme><grapheme>Adewale</grapheme><phoneme>ˌɑːdɛˈwɑːleɪ</phoneme><alias>aadewahlay</alias></lexeme>
  <lexeme><grapheme>Adeyemi</grapheme><phoneme>ˌɑːdɛˈjɛmi</phoneme><alias>aadehyemee</alias></lexeme>
  <lexeme><grapheme>Adichie</grapheme><phoneme>əˈdiːtʃieɪ</phoneme><alias>adeecheeay</alias></lexeme>
  <lexeme><grapheme>Adwoa</grapheme><phoneme>əˈdʒoʊə</phoneme><alias>ajoa</alias></lexeme>
  <lexeme><grapheme>Agyei</grapheme><phoneme>əˈdʒeɪ</phoneme><alias>ejay</alias></lexeme>
  <lexeme><grapheme>Agyeman</grapheme><phoneme>ˈɑːdʒɛmɑːn</phoneme><alias>ahjemahn</alias></lexeme>
  <lexeme><grapheme>Aisha</grapheme><phoneme>ɑːˈiːʃə</phoneme><alias>aaeesha</alias></lexeme>
  <lexeme><grapheme>Akinyi</grapheme><phoneme>əˈkiːnji</phoneme><alias>akinyee</alias></lexeme>
  <lexeme><grapheme>Akosua</grapheme><phoneme>əˈkoʊsuə</phoneme><alias>akohsooa</alias></lexeme>
  <lexeme><grapheme>Amadou</grapheme><phoneme>ˈɑːməduː</phoneme><alias>ahmadoo</alias></lexeme>
  <lexeme><grapheme>Aminu</grapheme><phoneme>əˈmiːnuː</phoneme><alias>ameenoo</alias></lexeme>
  <lexeme><grapheme>Amusan</grapheme><phoneme>əˈmuːsɑːn</phoneme><alias>amoosahn</alias></lexeme>
  <lexeme><grapheme>Ayodele</grapheme><phoneme>ˌaɪoʊˈdɛleɪ</phoneme><alias>eyeoedelay</alias></lexeme>
  <lexeme><grapheme>Babajide</grapheme><phoneme>ˌbɑːbəˈdʒiːdeɪ</phoneme><alias>bahbajeeday</alias></lexeme>
  <lexeme><grapheme>Babatunde</grapheme><phoneme>ˌbɑːbəˈtuːndeɪ</phoneme><alias>bahbatoonday</alias></lexeme>
  <lexeme><grapheme>Boateng</grapheme><phoneme>ˈbwɑːtɛŋ</phoneme><alias>bwahteng</alias></lexeme>
  <lexeme><grapheme>Chibuike</grapheme><phoneme>tʃiːˈbwiːkeɪ</phoneme><alias>cheebweekay</alias></lexeme>
  <lexeme><grapheme>Chidi</grapheme><phoneme>ˈtʃiːdi</phoneme><alias>cheedee</alias></lexeme>
  <lexeme><grapheme>Chimamanda</grapheme><phoneme>ˌtʃiːməˈmɑːndə</phoneme><alias>cheemamahnda</alias></lexeme>
  <lexeme><grapheme>Chinedu</grapheme><phoneme>tʃiːˈnɛduː</phoneme><alias>cheenedu</alias></lexeme>
  <lexeme><grapheme>Chinua</grapheme><phoneme>ˈtʃɪnwɑː</phoneme><alias>chinwaa</alias></lexeme>
  <lexeme><grapheme>Chioma</grapheme><phoneme>tʃiˈoʊmə</phoneme><alias>cheeoma</alias></lexeme>
  <lexeme><grapheme>Chukwuemeka</grapheme><phoneme>ˌtʃuːkwuːɛˈmɛkə</phoneme><alias>chookwooemeka</alias></lexeme>
  <lexeme><grapheme>Chukwuma</grapheme><phoneme>tʃuːˈkwuːmə</phoneme><alias>chookwooma</alias></lexeme>
  <lexeme><grapheme>Cissé</grapheme><phoneme>siːˈseɪ</phoneme><alias>seesay</alias></lexeme>
  <lexeme><grapheme>Coulibaly</grapheme><phoneme>ˌkuːliːˈbɑːli</phoneme><alias>kooleebahlee</alias></lexeme>
  <lexeme><grapheme>Effiong</grapheme><phoneme>ɛˈfjɔːŋ</phoneme><alias>efyawng</alias></lexeme>
  <lexeme><grapheme>Emeka</grapheme><phoneme>ɛˈmɛkə</phoneme><alias>emmeka</alias></lexeme>
  <lexeme><grapheme>Eto'o</grapheme><grapheme>Etoo</grapheme><phoneme>ˈɛtoʊ</phoneme><alias>ettoh</alias></lexeme>
  <lexeme><grapheme>Eze</grapheme><phoneme>ˈɛzeɪ</phoneme><alias>ezay</alias></lexeme>
  <lexeme><grapheme>Fatima</grapheme><phoneme>ˈfɑːtɪmə</phoneme><alias>fahtima</alias></lexeme>
  <lexeme><grapheme>Folake</grapheme><phoneme>fɔːˈlɑːkeɪ</phoneme><alias>folahkay</alias></lexeme>
  <lexeme><grapheme>Funke</grapheme><phoneme>ˈfʊŋkeɪ</phoneme><alias>foongkay</alias></lexeme>
  <lexeme><grapheme>Gebrselassie</grapheme><phoneme>ˌɡɛbrəsɪˈlɑːsi</phoneme><alias>gebrasilaasee</alias></lexeme>
  <lexeme><grapheme>Hadiza</grapheme><phoneme>həˈdiːzə</phoneme><alias>hadeeza</alias></lexeme>
  <lexeme><grapheme>Haile</grapheme><phoneme>ˈhaɪli</phoneme><alias>highlee</alias></lexeme>
  <lexeme><grapheme>Hakimi</grapheme><phoneme>hɑːˈkiːmi</phoneme><alias>hahkeemmi</alias></lexeme>
  <lexeme><grapheme>Halima</grapheme><phoneme>həˈliːmə</phoneme><alias>halima</alias></lexeme>
  <lexeme><grapheme>Ibe</grapheme><phoneme>ˈiːbeɪ</phoneme><alias>eebay</alias></lexeme>
  <lexeme><grapheme>Ibrahim</grapheme><phoneme>ˌɪbrəˈhiːm</phoneme><alias>ibbraheem</alias></lexeme>
  <lexeme><grapheme>Ifeanyi</grapheme><phoneme>ɪˈfɛɑːnji</phoneme><alias>ifehahnyee</alias></lexeme>
  <lexeme><grapheme>Ikechukwu</grapheme><phoneme>ˌiːkeɪˈtʃuːkwuː</phoneme><alias>eekaychookwoo</alias></lexeme>
  <lexeme><grapheme>Ikenna</grapheme><phoneme>ɪˈkɛnə</phoneme><alias>ikenna</alias></lexeme>
  <lexeme><grapheme>Iwobi</grapheme><phoneme>ɪˈwoʊbi</phoneme><alias>iwohbee</alias></lexeme>
  <lexeme><grapheme>Kamau</grapheme><phoneme>kəˈmaʊ</phoneme><alias>kamau</alias></lexeme>
  <lexeme><grapheme>Kehinde</grapheme><phoneme>ˈkɛhɪndeɪ</phoneme><alias>kehinday</alias></lexeme>
  <lexeme><grapheme>Keïta</grapheme><phoneme>ˈkeɪtə</phoneme><alias>kayta</alias></lexeme>
  <lexeme><grapheme>Khumalo</grapheme><phoneme>kuːˈmɑːloʊ</phoneme><alias>koomahlo</alias></lexeme>
  <lexeme><grapheme>Kipchoge</grapheme><phoneme>kɪpˈtʃoʊɡeɪ</phoneme><alias>kipchohgay</alias></lexeme>
  <lexeme><grapheme>Kiplimo</grapheme><phoneme>kɪpˈliːmoʊ</phoneme><alias>kipleemmoh</alias></lexeme>
  <lexeme><grapheme>Kipyegon</grapheme><phoneme>kɪpˈjeɪɡɔːn</phoneme><alias>kipyaygawn</alias></lexeme>
  <lexeme><grapheme>Kolisi</grapheme><phoneme>koʊˈliːsi</phoneme><alias>kohleesee</alias></lexeme>
  <lexeme><grapheme>Koné</grapheme><phoneme>ˈkoʊneɪ</phoneme><alias>kohnay</alias></lexeme>
  <lexeme><grapheme>Kouyaté</grapheme><phoneme>kuːˈjɑːteɪ</phoneme><alias>kooyahtay</alias></lexeme>
  <lexeme><grapheme>Kwaku</grapheme><phoneme>ˈkweɪkuː</phoneme><alias>kwaykoo</alias></lexeme>
  <lexeme><grapheme>Kwame</grapheme><phoneme>ˈkwɑːmeɪ</phoneme><alias>kwahmay</alias></lexeme>
  <lexeme><grapheme>Lawal</grapheme><phoneme>ləˈwɑːl</phoneme><alias>lawahl</alias></lexeme>
  <lexeme><grapheme>Maathai</grapheme><phoneme>mɑːˈðaɪ</phoneme><alias>mahthigh</alias></lexeme>
  <lexeme><grapheme>Mamadou</grapheme><phoneme>ˈmɑːməduː</phoneme><alias>mahmadoo</alias></lexeme>
  <lexeme><grapheme>Mbappé</grapheme><phoneme>əmˈbɑːpeɪ</phoneme><alias>embahpay</alias></lexeme>
  <lexeme><grapheme>Mensah</grapheme><phoneme>ˈmɛnsɑː</phoneme><alias>mensaa</alias></lexeme>
  <lexeme><grapheme>Mkhize</grapheme><phoneme>əmˈkiːzeɪ</phoneme><alias>emkeezay</alias></lexeme>
  <lexeme><grapheme>Mokoena</grapheme><phoneme>moʊˈkwɛnə</phoneme><alias>moekwenna</alias></lexeme>
  <lexeme><grapheme>Mthethwa</grapheme><phoneme>əmˈtɛtwə</phoneme><alias>emtetwa</alias></lexeme>
  <lexeme><grapheme>Mwamba</grapheme><phoneme>ˈmwɑːmbə</phoneme><alias>mwahmba</alias></lexeme>
  <lexeme><grapheme>Mwangi</grapheme><phoneme>ˈmwɑːŋi</phoneme><alias>mwahnee</alias></lexeme>
  <lexeme><grapheme>N'Diaye</grapheme><grapheme>Ndiaye</grapheme><phoneme>ənˈdʒaɪ</phoneme><alias>enjy</alias></lexeme>
  <lexeme><grapheme>N'Dour</grapheme><grapheme>Ndour</grapheme><phoneme>ənˈdʊr</phoneme><alias>undoor</alias></lexeme>
  <lexeme><grapheme>Nasir</grapheme><phoneme>nɑːˈsɪr</phoneme><alias>nahsir</alias></lexeme>
  <lexeme><grapheme>Nasiru</grapheme><phoneme>ˈnɑːsɪruː</phoneme><alias>nahsiroo</alias></lexeme>
  <lexeme><grapheme>Ndidi</grapheme><phoneme>ənˈdiːdi</phoneme><alias>endeedee</alias></lexeme>
  <lexeme><grapheme>Ndlovu</grapheme><phoneme>ənˈdloʊvuː</phoneme><alias>undlohvoo</alias></lexeme>
  <lexeme><grapheme>Ng'ang'a</grapheme><grapheme>Nganga</grapheme><phoneme>ˈŋɑːŋə</phoneme><alias>nahnga</alias></lexeme>
  <lexeme><grapheme>Ngũgĩ</grapheme><phoneme>əŋˈɡoʊɡi</phoneme><alias>unggohggee</alias></lexeme>
  <lexeme><grapheme>Njoroge</grapheme><phoneme>ənˈdʒoʊroʊɡeɪ</phoneme><alias>enjohrohgay</alias></lexeme>
  <lexeme><grapheme>Nkechi</grapheme><phoneme>əŋˈkɛtʃi</phoneme><alias>enkechee</alias></lexeme>
  <lexeme><grapheme>Nkosi</grapheme><phoneme>əŋˈkoʊsi</phoneme><alias>angkohsee</alias></lexeme>
  <lexeme><grapheme>Nkunku</grapheme><phoneme>əŋˈkuːŋkuː</phoneme><alias>angkoongkoo</alias></lexeme>
  <lexeme><grapheme>Nnadozie</grapheme><phoneme>ˌnɑːdoʊˈziːeɪ</phoneme><alias>nahdohzeeay</alias></lexeme>
  <lexeme><grapheme>Nneka</grapheme><phoneme>əˈnɛkə</phoneme><alias>uneka</alias></lexeme>
  <lexeme><grapheme>Nomvula</grapheme><phoneme>nɔːmˈvuːlə</phoneme><alias>nawmvoola</alias></lexeme>
  <lexeme><grapheme>Obinna</grapheme><phoneme>oʊˈbiːnə</phoneme><alias>obeena</alias></lexeme>
  <lexeme><grapheme>Ochieng</grapheme><phoneme>oʊˈtʃɛŋ</phoneme><alias>ohcheng</alias></lexeme>
  <lexeme><grapheme>Odhiambo</grapheme><phoneme>ˌoʊðiˈɑːmboʊ</phoneme><alias>oetheeahmbo</alias></lexeme>
  <lexeme><grapheme>Ofili</grapheme><phoneme>oʊˈfiːli</phoneme><alias>ohfeelee</alias></lexeme>
  <lexeme><grapheme>Okafor</grapheme><phoneme>oʊˈkɑːfɔːr</phoneme><alias>ohkahfaur</alias></lexeme>
  <lexeme><grapheme>Okeke</grapheme><phoneme>oʊˈkɛkeɪ</phoneme><alias>ohkekay</alias></lexeme>
  <lexeme><grapheme>Okocha</grapheme><phoneme>oʊˈkɔːtʃə</phoneme><alias>ohkawcha</alias></lexeme>
  <lexeme><grapheme>Okoro</grapheme><phoneme>oʊˈkɔːroʊ</phoneme><alias>ohkoro</alias></lexeme>
  <lexeme><grapheme>Olayemi</grapheme><phoneme>ˌɔːləˈjɛmi</phoneme><alias>auluhyemee</alias></lexeme>
  <lexeme><grapheme>Olumide</grapheme><phoneme>ˌɔːluːˈmiːdeɪ</phoneme><alias>awloomeeday</alias></lexeme>
  <lexeme><grapheme>Oluremi</grapheme><phoneme>ˌɔːluːˈrɛmi</phoneme><alias>olooremee</alias></lexeme>
  <lexeme><grapheme>Oluwaseun</grapheme><phoneme>ˌɔːluːwəˈʃeɪuːn</phoneme><alias>auloowashayoon</alias></lexeme>
  <lexeme><grapheme>Omondi</grapheme><phoneme>oʊˈmɔːndi</phoneme><alias>ohmondi</alias></lexeme>
  <lexeme><grapheme>Onana</grapheme><phoneme>oʊˈnɑːnə</phoneme><alias>ohnana</alias></lexeme>
  <lexeme><grapheme>Onyeka</grapheme><phoneme>ɔːnˈjɛkə</phoneme><alias>aunyeka</alias></lexeme>
  <lexeme><grapheme>Oshoala</grapheme><phoneme>oʊˈʃwɑːlə</phoneme><alias>ohshwala</alias></lexeme>
  <lexeme><grapheme>Osimhen</grapheme><phoneme>oʊˈsɪmɛn</phoneme><alias>ohsimen</alias></lexeme>
  <lexeme><grapheme>Otieno</grapheme><phoneme>ˌoʊtiˈɛnoʊ</phoneme><alias>ohteenoh</alias></lexeme>
  <lexeme><grapheme>Owusu</grapheme><phoneme>oʊˈwuːsuː</phoneme><alias>ohwoosu</alias></lexeme>
  <lexeme><grapheme>Remi</grapheme><phoneme>ˈrɛmi</phoneme><alias>remmee</alias></lexeme>
  <lexeme><grapheme>Sadio Mané</grapheme><phoneme>ˈsɑːdioʊ mɑːˈneɪ</phoneme><alias>sahdeeoh mahnay</alias></lexeme>
  <lexeme><grapheme>Salah</grapheme><phoneme>ˈsɑːlə</phoneme><alias>sahla</alias></lexeme>
  <lexeme><grapheme>Sani</grapheme><phoneme>ˈsɑːni</phoneme><alias>sahnee</alias></lexeme>
  <lexeme><grapheme>Segun</grapheme><phoneme>ˈʃɛɡuːn</phoneme><alias>shegoon</alias></lexeme>
  <lexeme><grapheme>Shehu</grapheme><phoneme>ˈʃeɪhuː</phoneme><alias>shayhoo</alias></lexeme>
  <lexeme><grapheme>Sibusiso</grapheme><phoneme>ˌsiːbuːˈsiːsoʊ</phoneme><alias>seebooseeso</alias></lexeme>
  <lexeme><grapheme>Sipho</grapheme><phoneme>ˈsiːpoʊ</phoneme><alias>seepoh</alias></lexeme>
  <lexeme><grapheme>Soyinka</grapheme><phoneme>ʃɔːˈjɪŋkə</phoneme><alias>shauyingka</alias></lexeme>
  <lexeme><grapheme>Taiwo</grapheme><phoneme>ˈtaɪwoʊ</phoneme><alias>tywoh</alias></lexeme>
  <lexeme><grapheme>Temitope</grapheme><phoneme>ˌtɛmiːˈtoʊpeɪ</phoneme><alias>temeetohpay</alias></lexeme>
  <lexeme><grapheme>Tesfaye</grapheme><phoneme>tɛsˈfaɪ</phoneme><alias>tesfy</alias></lexeme>
  <lexeme><grapheme>Thabo</grapheme><phoneme>ˈtɑːboʊ</phoneme><alias>tahboh</alias></lexeme>
  <lexeme><grapheme>Thandi</grapheme><phoneme>ˈtɑːndi</phoneme><alias>tahndee</alias></lexeme>
  <lexeme><grapheme>Themba</grapheme><phoneme>ˈtɛmbə</phoneme><alias>temba</alias></lexeme>
  <lexeme><grapheme>Thiong'o</grapheme><phoneme>ðiˈɔːŋoʊ</phoneme><alias>theeaungo</alias></lexeme>
  <lexeme><grapheme>Thulani</grapheme><phoneme>tuːˈlɑːni</phoneme><alias>toolani</alias></lexeme>
  <lexeme><grapheme>Titilayo</grapheme><phoneme>ˌtiːtiːˈlaɪoʊ</phoneme><alias>teeteelyoh</alias></lexeme>
  <lexeme><grapheme>Tunde</grapheme><phoneme>ˈtuːndeɪ</phoneme><alias>toonday</alias></lexeme>
  <lexeme><grapheme>Uche</grapheme><phoneme>ˈuːtʃeɪ</phoneme><alias>oochay</alias></lexeme>
  <lexeme><grapheme>Umaru</grapheme><phoneme>uːˈmɑːruː</phoneme><alias>oomahru</alias></lexeme>
  <lexeme><grapheme>Usman</grapheme><phoneme>ˈʊsmɑːn</phoneme><alias>usmahn</alias></lexeme>
  <lexeme><grapheme>Usyk</grapheme><phoneme>ˈuːsɪk</phoneme><alias>oosik</alias></lexeme>
  <lexeme><grapheme>Uzoma</grapheme><phoneme>uːˈzoʊmə</phoneme><alias>oozoma</alias></lexeme>
  <lexeme><grapheme>Wambui</grapheme><phoneme>wɑːmˈbuːi</phoneme><alias>wahmbooi</alias></lexeme>
  <lexeme><grapheme>Wangari</grapheme><phoneme>wɑːŋˈɡɑːri</phoneme><alias>wahnggahree</alias></lexeme>
  <lexeme><grapheme>Wanjiru</grapheme><phoneme>wɑːnˈdʒiːruː</phoneme><alias>wahnjeerroo</alias></lexeme>
  <lexeme><grapheme>Wole</grapheme><phoneme>ˈwoʊleɪ</phoneme><alias>wohlay</alias></lexeme>
  <lexeme><grapheme>Yakubu</grapheme><phoneme>jəˈkuːbuː</phoneme><alias>yakooboo</alias></lexeme>
  <lexeme><grapheme>Yaw</grapheme><phoneme>jaʊ</phoneme><alias>yow</alias></lexeme>
  <lexeme><grapheme>Youssou</grapheme><phoneme>ˈjuːsuː</phoneme><alias>yoosoo</alias></lexeme>
  <lexeme><grapheme>Zainab</grapheme><phoneme>ˈzaɪnɑːb</phoneme><alias>zynahb</alias></lexeme>

  <!-- Nigerian places -->
  <lexeme><grapheme>Abakaliki</grapheme><phoneme>ˌɑːbəkəˈliːki</phoneme><alias>ahbakaleekee</alias></lexeme>
  <lexeme><grapheme>Abia</grapheme><phoneme>əˈbiːə</phoneme><alias>abeea</alias></lexeme>
  <lexeme><grapheme>Adamawa</grapheme><phoneme>ˌɑːdəˈmɑːwə</phoneme><alias>ahdamawa</alias></lexeme>
  <lexeme><grapheme>Ado-Ekiti</grapheme><phoneme>ˈɑːdoʊ ɛˈkiːti</phoneme><alias>ahdoh ekeetee</alias></lexeme>
  <lexeme><grapheme>Akure</grapheme><phoneme>əˈkuːreɪ</phoneme><alias>akooray</alias></lexeme>
  <lexeme><grapheme>Akwa Ibom</grapheme><phoneme>ˈɑːkwə iːˈboʊm</phoneme><alias>ahkwa eebohm</alias></lexeme>
  <lexeme><grapheme>Anambra</grapheme><phoneme>əˈnæmbrə</phoneme><alias>enambra</alias></lexeme>
  <lexeme><grapheme>Aso</grapheme><phoneme>ˈɑːsoʊ</phoneme><alias>ahsoh</alias></lexeme>
  <lexeme><grapheme>Badagry</grapheme><phoneme>bəˈdɑːɡri</phoneme><alias>bedahgree</alias></lexeme>
  <lexeme><grapheme>Bama</grapheme><phoneme>ˈbɑːmə</phoneme><alias>bahma</alias></lexeme>
  <lexeme><grapheme>Bauchi</grapheme><phoneme>ˈbaʊtʃi</phoneme><alias>bowchee</alias></lexeme>
  <lexeme><grapheme>Bayelsa</grapheme><phoneme>baɪˈɛlsə</phoneme><alias>byellsa</alias></lexeme>
  <lexeme><grapheme>Benue</grapheme><phoneme>ˈbɛnweɪ</phoneme><alias>benway</alias></lexeme>
  <lexeme><grapheme>Birnin Kebbi</grapheme><phoneme>ˈbɪrnɪn ˈkɛbi</phoneme><alias>birnin kebee</alias></lexeme>
  <lexeme><grapheme>Chibok</grapheme><phoneme>ˈtʃiːbɔːk</phoneme><alias>cheebawk</alias></lexeme>
  <lexeme><grapheme>Damaturu</grapheme><phoneme>ˌdɑːməˈtuːruː</phoneme><alias>dahmatooroo</alias></lexeme>
  <lexeme><grapheme>Dapchi</grapheme><phoneme>ˈdɑːptʃi</phoneme><alias>dahpchee</alias></lexeme>
  <lexeme><grapheme>Dutse</grapheme><phoneme>ˈduːtseɪ</phoneme><alias>dootsay</alias></lexeme>
  <lexeme><grapheme>Ebonyi</grapheme><phoneme>ɛˈboʊnji</phoneme><alias>ebohnyee</alias></lexeme>
  <lexeme><grapheme>Gombe</grapheme><phoneme>ˈɡɔːmbeɪ</phoneme><alias>gawmbay</alias></lexeme>
  <lexeme><grapheme>Gusau</grapheme><phoneme>ɡuːˈsaʊ</phoneme><alias>goosau</alias></lexeme>
  <lexeme><grapheme>Ikeja</grapheme><phoneme>ɪˈkeɪdʒə</phoneme><alias>ikaija</alias></lexeme>
  <lexeme><grapheme>Ile-Ife</grapheme><phoneme>ˈiːleɪ ˈiːfeɪ</phoneme><alias>eelay eefay</alias></lexeme>
  <lexeme><grapheme>Imo</grapheme><phoneme>ˈiːmoʊ</phoneme><alias>eemoh</alias></lexeme>
  <lexeme><grapheme>Jalingo</grapheme><phoneme>dʒəˈlɪŋɡoʊ</phoneme><alias>jalinggo</alias></lexeme>
  <lexeme><grapheme>Kaduna</grapheme><phoneme>kəˈduːnə</phoneme><alias>kadoona</alias></lexeme>
  <lexeme><grapheme>Katsina</grapheme><phoneme>ˈkɑːtsiːnə</phoneme><alias>kahtseena</alias></lexeme>
  <lexeme><grapheme>Kwara</grapheme><phoneme>ˈkwɑːrə</phoneme><alias>kwahra</alias></lexeme>
  <lexeme><grapheme>Lafia</grapheme><phoneme>ləˈfiːə</phoneme><alias>lafeea</alias></lexeme>
  <lexeme><grapheme>Lagos</grapheme><phoneme>ˈleɪɡɔːs</phoneme><alias>laygawss</alias></lexeme>
  <lexeme><grapheme>Lokoja</grapheme><phoneme>loʊˈkoʊdʒə</phoneme><alias>lohkoja</alias></lexeme>
  <lexeme><grapheme>Maiduguri</grapheme><phoneme>maɪˈduːɡʊri</phoneme><alias>mydoogooree</alias></lexeme>
  <lexeme><grapheme>Makurdi</grapheme><phoneme>məˈkɜːrdi</phoneme><alias>makurdi</alias></lexeme>
  <lexeme><grapheme>Minna</grapheme><phoneme>ˈmiːnə</phoneme><alias>meena</alias></lexeme>
  <lexeme><grapheme>Nsukka</grapheme><phoneme>ənˈsuːkə</phoneme><alias>ensuka</alias></lexeme>
  <lexeme><grapheme>Ogun</grapheme><phoneme>oʊˈɡuːn</phoneme><alias>ohgoon</alias></lexeme>
  <lexeme><grapheme>Onitsha</grapheme><phoneme>oʊˈnɪtʃə</phoneme><alias>ohnihcha</alias></lexeme>
  <lexeme><grapheme>Osogbo</grapheme><grapheme>Oshogbo</grapheme><phoneme>oʊˈʃoʊboʊ</phoneme><alias>ohshohbo</alias></lexeme>
  <lexeme><grapheme>Osun</grapheme><grapheme>Oshun</grapheme><phoneme>ˈoʊʃuːn</phoneme><alias>ohshoon</alias></lexeme>
  <lexeme><grapheme>Owerri</grapheme><phoneme>oʊˈwɛri</phoneme><alias>ohwehree</alias></lexeme>
  <lexeme><grapheme>Oyo</grapheme><phoneme>ˈɔːjɔː</phoneme><alias>auyaw</alias></lexeme>
  <lexeme><grapheme>Sambisa</grapheme><phoneme>sæmˈbiːsə</phoneme><alias>sambeesa</alias></lexeme>
  <lexeme><grapheme>Sokoto</grapheme><phoneme>ˈsoʊkətoʊ</phoneme><alias>sohkatoh</alias></lexeme>
  <lexeme><grapheme>Taraba</grapheme><phoneme>təˈrɑːbə</phoneme><alias>tarahba</alias></lexeme>
  <lexeme><grapheme>Umuahia</grapheme><phoneme>ˌuːmuːˈɑːhiə</phoneme><alias>oomooahhia</alias></lexeme>
  <lexeme><grapheme>Uyo</grapheme><phoneme>ˈuːjoʊ</phoneme><alias>ooyoh</alias></lexeme>
  <lexeme><grapheme>Yobe</grapheme><phoneme>ˈjoʊbeɪ</phoneme><alias>yohbay</alias></lexeme>
  <lexeme><grapheme>Zamfara</grapheme><phoneme>zæmˈfɑːrə</phoneme><alias>zammfahra</alias></lexeme>

  <!-- Capitals and main cities of the other African states -->
  <lexeme><grapheme>Addis Ababa</grapheme><phoneme>ˈædɪs ˈæbəbə</phoneme><alias>addiss ababa</alias></lexeme>
  <lexeme><grapheme>Agadez</grapheme><phoneme>ˈɑːɡədɛz</phoneme><alias>aagadez</alias></lexeme>
  <lexeme><grapheme>Anjouan</grapheme><phoneme>ˌɑːndʒuːˈɑːn</phoneme><alias>ahnjooaan</alias></lexeme>
  <lexeme><grapheme>Arusha</grapheme><phoneme>əˈruːʃə</phoneme><alias>aroosha</alias></lexeme>
  <lexeme><grapheme>Asmara</grapheme><phoneme>æzˈmɑːrə</phoneme><alias>azmmahra</alias></lexeme>
  <lexeme><grapheme>Bamenda</grapheme><phoneme>bəˈmɛndə</phoneme><alias>bammenda</alias></lexeme>
  <lexeme><grapheme>Bangui</grapheme><phoneme>ˌbɑːŋˈɡi</phoneme><alias>bahnggi</alias></lexeme>
  <lexeme><grapheme>Beira</grapheme><phoneme>ˈbeɪrə</phoneme><alias>bayra</alias></lexeme>
  <lexeme><grapheme>Bobo-Dioulasso</grapheme><phoneme>ˈboʊboʊ djuːˈlæsoʊ</phoneme><alias>bohboh dyulasoh</alias></lexeme>
  <lexeme><grapheme>Bouaké</grapheme><phoneme>ˈbwɑːkeɪ</phoneme><alias>bouaké</alias></lexeme>
  <lexeme><grapheme>Brazzaville</grapheme><phoneme>ˈbræzəvɪl</phoneme><alias>brazzaville</alias></lexeme>
  <lexeme><grapheme>Bukavu</grapheme><phoneme>buːˈkɑːvuː</phoneme><alias>bukavu</alias></lexeme>
  <lexeme><grapheme>Burkinabè</grapheme><phoneme>bɜːrˌkiːnəˈbeɪ</phoneme><alias>burkeenabay</alias></lexeme>
  <lexeme><grapheme>Casamance</grapheme><phoneme>ˌkɑːzəˈmɑːns</phoneme><alias>kahzamaanss</alias></lexeme>
  <lexeme><grapheme>Côte d'Ivoire</grapheme><phoneme>ˌkoʊt diːˈvwɑːr</phoneme><alias>koht deevwaar</alias></lexeme>
  <lexeme><grapheme>Dadaab</grapheme><phoneme>dəˈdɑːb</phoneme><alias>dadahb</alias></lexeme>
  <lexeme><grapheme>Dar es Salaam</grapheme><phoneme>ˈdɑːr ɛs səˈlɑːm</phoneme><alias>dahr ess salahm</alias></lexeme>
  <lexeme><grapheme>Derna</grapheme><phoneme>ˈdɛrnə</phoneme><alias>derrna</alias></lexeme>
  <lexeme><grapheme>Dire Dawa</grapheme><phoneme>ˈdiːreɪ ˈdaʊə</phoneme><alias>deeray dowa</alias></lexeme>
  <lexeme><grapheme>Djibouti</grapheme><phoneme>dʒɪˈbuːti</phoneme><alias>jibootee</alias></lexeme>
  <lexeme><grapheme>Ekurhuleni</grapheme><phoneme>ɛˌkuːruːˈleɪni</phoneme><alias>ekooroolaynee</alias></lexeme>
  <lexeme><grapheme>Eldoret</grapheme><phoneme>ˈɛldərɛt</phoneme><alias>elldaret</alias></lexeme>
  <lexeme><grapheme>Entebbe</grapheme><phoneme>ɛnˈtɛbi</phoneme><alias>entebee</alias></lexeme>
  <lexeme><grapheme>Eswatini</grapheme><phoneme>ˌɛswɑːˈtiːni</phoneme><alias>eswahteenee</alias></lexeme>
  <lexeme><grapheme>eThekwini</grapheme><phoneme>ɛtɛˈkwiːni</phoneme><alias>etekweenee</alias></lexeme>
  <lexeme><grapheme>Garissa</grapheme><phoneme>ɡəˈrɪsə</phoneme><alias>guhrissa</alias></lexeme>
  <lexeme><grapheme>Garowe</grapheme><phoneme>ˈɡæroʊweɪ</phoneme><alias>garohway</alias></lexeme>
  <lexeme><grapheme>Gauteng</grapheme><phoneme>ˈhaʊtɛŋ</phoneme><alias>howteng</alias></lexeme>
  <lexeme><grapheme>Gezira</grapheme><phoneme>dʒəˈzɪrə</phoneme><alias>juzihra</alias></lexeme>
  <lexeme><grapheme>Gqeberha</grapheme><phoneme>kɛˈbɛrhə</phoneme><alias>keberha</alias></lexeme>
  <lexeme><grapheme>Harare</grapheme><phoneme>həˈrɑːreɪ</phoneme><alias>haraaray</alias></lexeme>
  <lexeme><grapheme>Ituri</grapheme><phoneme>ɪˈtʊri</phoneme><alias>ittoori</alias></lexeme>
  <lexeme><grapheme>Jinja</grapheme><phoneme>ˈdʒɪndʒə</phoneme><alias>jinja</alias></lexeme>
  <lexeme><grapheme>Johannesburg</grapheme><phoneme>dʒoʊˈhænɪsbɜːrɡ</phoneme><alias>johhanisburg</alias></lexeme>
  <lexeme><grapheme>Jonglei</grapheme><phoneme>dʒɔːŋˈleɪ</phoneme><alias>jawnglay</alias></lexeme>
  <lexeme><grapheme>Kakuma</grapheme><phoneme>kəˈkuːmə</phoneme><alias>kakuma</alias></lexeme>
  <lexeme><grapheme>Kayes</grapheme><phoneme>ˈkaɪ</phoneme><alias>ky</alias></lexeme>
  <lexeme><grapheme>Kidal</grapheme><phoneme>kiːˈdɑːl</phoneme><alias>keedahl</alias></lexeme>
  <lexeme><grapheme>Kismayo</grapheme><phoneme>kɪsˈmaɪoʊ</phoneme><alias>kissmieo</alias></lexeme>
  <lexeme><grapheme>Kisumu</grapheme><phoneme>kiːˈsuːmuː</phoneme><alias>keesoomoo</alias></lexeme>
  <lexeme><grapheme>Kitwe</grapheme><phoneme>ˈkiːtweɪ</phoneme><alias>keetway</alias></lexeme>
  <lexeme><grapheme>Kivu</grapheme><phoneme>ˈkiːvuː</phoneme><alias>keevoo</alias></lexeme>
  <lexeme><grapheme>Kordofan</grapheme><phoneme>ˌkɔːrdəˈfæn</phoneme><alias>kordafann</alias></lexeme>
  <lexeme><grapheme>KwaZulu-Natal</grapheme><phoneme>kwɑːˈzuːluː nəˈtɑːl</phoneme><alias>kwahzoolloo natahl</alias></lexeme>
  <lexeme><grapheme>Lesotho</grapheme><phoneme>ləˈsuːtuː</phoneme><alias>lesotho</alias></lexeme>
  <lexeme><grapheme>Lilongwe</grapheme><phoneme>lɪˈlɔːŋweɪ</phoneme><alias>lilawngway</alias></lexeme>
  <lexeme><grapheme>Lobamba</grapheme><phoneme>loʊˈbɑːmbə</phoneme><alias>lohbaamba</alias></lexeme>
  <lexeme><grapheme>Lomé</grapheme><phoneme>loʊˈmeɪ</phoneme><alias>lohmay</alias></lexeme>
  <lexeme><grapheme>Mahikeng</grapheme><grapheme>Mafikeng</grapheme><phoneme>ˈmɑːfɪkɛŋ</phoneme><alias>mahfihkeng</alias></lexeme>
  <lexeme><grapheme>Makeni</grapheme><phoneme>məˈkɛni</phoneme><alias>makenee</alias></lexeme>
  <lexeme><grapheme>Malakal</grapheme><phoneme>ˈmæləkɑːl</phoneme><alias>malakahl</alias></lexeme>
  <lexeme><grapheme>Manzini</grapheme><phoneme>mɑːnˈziːni</phoneme><alias>mahnzeenee</alias></lexeme>
  <lexeme><grapheme>Marrakesh</grapheme><grapheme>Marrakech</grapheme><phoneme>ˌmærəˈkɛʃ</phoneme><alias>marakesh</alias></lexeme>
  <lexeme><grapheme>Massawa</grapheme><phoneme>məˈsɑːwə</phoneme><alias>masawa</alias></lexeme>
  <lexeme><grapheme>Mbombela</grapheme><phoneme>əmbɔːmˈbɛlə</phoneme><alias>ambawmbela</alias></lexeme>
  <lexeme><grapheme>Mekelle</grapheme><grapheme>Mekele</grapheme><phoneme>ˈmɛkɛleɪ</phoneme><alias>mekelay</alias></lexeme>
  <lexeme><grapheme>Mindelo</grapheme><phoneme>mɪnˈdɛluː</phoneme><alias>minndeloo</alias></lexeme>
  <lexeme><grapheme>Moroni</grapheme><phoneme>məˈroʊni</phoneme><alias>meroni</alias></lexeme>
  <lexeme><grapheme>Mpumalanga</grapheme><phoneme>əmˌpuːməˈlɑːŋɡə</phoneme><alias>empoomalahngga</alias></lexeme>
  <lexeme><grapheme>Mwanza</grapheme><phoneme>ˈmwɑːnzə</phoneme><alias>mwahnza</alias></lexeme>
  <lexeme><grapheme>Mzuzu</grapheme><phoneme>əmˈzuːzuː</phoneme><alias>emzoozoo</alias></lexeme>
  <lexeme><grapheme>N'Djamena</grapheme><grapheme>Ndjamena</grapheme><phoneme>ənˌdʒɑːˈmeɪnə</phoneme><alias>anjahmaina</alias></lexeme>
  <lexeme><grapheme>Nampula</grapheme><phoneme>næmˈpuːlə</phoneme><alias>nampoola</alias></lexeme>
  <lexeme><grapheme>Nigerien</grapheme><phoneme>niːˈʒɛriən</phoneme><alias>neezherrian</alias></lexeme>
  <lexeme><grapheme>Nouadhibou</grapheme><phoneme>ˌnwɑːdiːˈbuː</phoneme><alias>nwahdeeboo</alias></lexeme>
  <lexeme><grapheme>Nouakchott</grapheme><phoneme>nwɑːkˈʃɔːt</phoneme><alias>nwahkshawt</alias></lexeme>
  <lexeme><grapheme>Nzérékoré</grapheme><phoneme>ənˌzɛreɪkɔːˈreɪ</phoneme><alias>enzerraykauray</alias></lexeme>
  <lexeme><grapheme>Ouagadougou</grapheme><phoneme>ˌwɑːɡəˈduːɡuː</phoneme><alias>wahgadoogoo</alias></lexeme>
  <lexeme><grapheme>Pointe-Noire</grapheme><phoneme>ˈpwænt ˈnwɑːr</phoneme><alias>pointe noire</alias></lexeme>
  <lexeme><grapheme>Polokwane</grapheme><phoneme>ˌpoʊloʊˈkwɑːneɪ</phoneme><alias>pohlohkwahnay</alias></lexeme>
  <lexeme><grapheme>Príncipe</grapheme><phoneme>ˈprɪnsɪpeɪ</phoneme><alias>prinsipay</alias></lexeme>
  <lexeme><grapheme>Puntland</grapheme><phoneme>ˈpʊntlənd</phoneme><alias>poontland</alias></lexeme>
  <lexeme><grapheme>Serekunda</grapheme><phoneme>ˌsɛrəˈkʊndə</phoneme><alias>serakoonnda</alias></lexeme>
  <lexeme><grapheme>Sharm el-Sheikh</grapheme><phoneme>ˈʃɑːrm ɛl ˈʃeɪk</phoneme><alias>sharm el shayk</alias></lexeme>
  <lexeme><grapheme>Tamale</grapheme><phoneme>ˈtɑːməleɪ</phoneme><alias>tahmallay</alias></lexeme>
  <lexeme><grapheme>Thiès</grapheme><phoneme>tjɛs</phoneme><alias>tyess</alias></lexeme>
  <lexeme><grapheme>Tillabéri</grapheme><phoneme>tiːˈlɑːbɛri</phoneme><alias>teelahbberree</alias></lexeme>
  <lexeme><grapheme>Toamasina</grapheme><phoneme>ˌtoʊəməˈsiːnə</phoneme><alias>toeammuhseena</alias></lexeme>
  <lexeme><grapheme>Touba</grapheme><phoneme>ˈtuːbə</phoneme><alias>tooba</alias></lexeme>
  <lexeme><grapheme>Tshwane</grapheme><phoneme>ˈtswɑːneɪ</phoneme><alias>tswahnay</alias></lexeme>
  <lexeme><grapheme>Uvira</grapheme><phoneme>uːˈvɪrə</phoneme><alias>oovihra</alias></lexeme>
  <lexeme><grapheme>Windhoek</grapheme><phoneme>ˈvɪnthʊk</phoneme><alias>vintthook</alias></lexeme>
  <lexeme><grapheme>Yaoundé</grapheme><phoneme>jɑːˌuːnˈdeɪ</phoneme><alias>yaaoonnday</alias></lexeme>
  <lexeme><grapheme>Ziguinchor</grapheme><phoneme>ˌzɪɡænˈʃɔːr</phoneme><alias>ziganshor</alias></lexeme>
  <lexeme><grapheme>Zinder</grapheme><phoneme>zɪnˈdɛr</phoneme><alias>zinderr</alias></lexeme>
  <lexeme><grapheme>Zomba</grapheme><phoneme>ˈzoʊmbə</phoneme><alias>zohmba</alias></lexeme>

  <!-- Leaders elsewhere -->
  <lexeme><grapheme>Al Thani</grapheme><phoneme>ɑːl ˈθɑːni</phoneme><alias>ahl thahnee</alias></lexeme>
  <lexeme><grapheme>al-Sharaa</grapheme><phoneme>ɑːl ˈʃɑːrɑː</phoneme><alias>ahl shahraa</alias></lexeme>
  <lexeme><grapheme>António</grapheme><phoneme>ænˈtoʊnioʊ</phoneme><alias>antoeneeoh</alias></lexeme>
  <lexeme><grapheme>Anutin</grapheme><phoneme>ˈɑːnuːtɪn</phoneme><alias>ahnootin</alias></lexeme>
  <lexeme><grapheme>Araghchi</grapheme><phoneme>əˈrɑːktʃi</phoneme><alias>erahkchee</alias></lexeme>
  <lexeme><grapheme>Assad</grapheme><phoneme>ˈɑːsɑːd</phoneme><alias>ahsahd</alias></lexeme>
  <lexeme><grapheme>Babiš</grapheme><phoneme>ˈbɑːbɪʃ</phoneme><alias>bahbish</alias></lexeme>
  <lexeme><grapheme>Belousov</grapheme><phoneme>ˌbɛləˈuːsɔːf</phoneme><alias>belleoosawf</alias></lexeme>
  <lexeme><grapheme>Ben-Gvir</grapheme><phoneme>ˈbɛn ˈɡvɪr</phoneme><alias>ben gvir</alias></lexeme>
  <lexeme><grapheme>bin Salman</grapheme><phoneme>bɪn sælˈmɑːn</phoneme><alias>bin salmahn</alias></lexeme>
  <lexeme><grapheme>Bolsonaro</grapheme><phoneme>ˌboʊlsəˈnɑːroʊ</phoneme><alias>bohlsanahro</alias></lexeme>
  <lexeme><grapheme>Bukele</grapheme><phoneme>buːˈkɛleɪ</phoneme><alias>bookelay</alias></lexeme>
  <lexeme><grapheme>Buttigieg</grapheme><phoneme>ˈbuːtədʒɪdʒ</phoneme><alias>bootajij</alias></lexeme>
  <lexeme><grapheme>Charnvirakul</grapheme><phoneme>ˌtʃɑːnvɪrəˈkuːn</phoneme><alias>chahnvihrakoon</alias></lexeme>
  <lexeme><grapheme>Dissanayake</grapheme><phoneme>ˌdɪsənɑːˈjɑːkə</phoneme><alias>disanaayahka</alias></lexeme>
  <lexeme><grapheme>Donald Tusk</grapheme><phoneme>ˈdɑːnəld ˈtʊsk</phoneme><alias>dahnald toosk</alias></lexeme>
  <lexeme><grapheme>Duterte</grapheme><phoneme>duːˈtɛrteɪ</phoneme><alias>dootertay</alias></lexeme>
  <lexeme><grapheme>Díaz-Canel</grapheme><phoneme>ˈdiːɑːs kəˈnɛl</phoneme><alias>deeahss kanel</alias></lexeme>
  <lexeme><grapheme>Erdoğan</grapheme><phoneme>ˈɛrdoʊɑːn</phoneme><alias>erdoeahn</alias></lexeme>
  <lexeme><grapheme>Fico</grapheme><phoneme>ˈfiːtsoʊ</phoneme><alias>feetsoh</alias></lexeme>
  <lexeme><grapheme>Fidan</grapheme><phoneme>fiːˈdɑːn</phoneme><alias>feedahn</alias></lexeme>
  <lexeme><grapheme>Gabriel Boric</grapheme><phoneme>ˈɡɑːbriɛl ˈbɔːrɪtʃ</phoneme><alias>gahbreell bawrich</alias></lexeme>
  <lexeme><grapheme>Georgieva</grapheme><phoneme>ɡɔːrˈɡeɪvə</phoneme><alias>gorgaiva</alias></lexeme>
  <lexeme><grapheme>Ghalibaf</grapheme><phoneme>ˌɡɑːliˈbɑːf</phoneme><alias>gahleebahf</alias></lexeme>
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡuːˈtɛrəs</phoneme><alias>gootehrus</alias></lexeme>
  <lexeme><grapheme>Haniyeh</grapheme><phoneme>hɑːˈniːjə</phoneme><alias>hahneeya</alias></lexeme>
  <lexeme><grapheme>Herzog</grapheme><phoneme>ˈhɛrtsoʊɡ</phoneme><alias>herrtsohg</alias></lexeme>
  <lexeme><grapheme>Hlaing</grapheme><phoneme>laɪŋ</phoneme><alias>lyng</alias></lexeme>
  <lexeme><grapheme>Houthi</grapheme><phoneme>ˈhuːθi</phoneme><alias>hoothee</alias></lexeme>
  <lexeme><grapheme>Houthis</grapheme><phoneme>ˈhuːθiz</phoneme><alias>hootheez</alias></lexeme>
  <lexeme><grapheme>Imamoglu</grapheme><phoneme>ɪˈmɑːmoʊluː</phoneme><alias>imahmohloo</alias></lexeme>
  <lexeme><grapheme>Jae-myung</grapheme><phoneme>ˈdʒeɪ ˈmjʌŋ</phoneme><alias>jay myung</alias></lexeme>
  <lexeme><grapheme>Jaishankar</grapheme><phoneme>ˈdʒaɪʃʌŋkər</phoneme><alias>jyshungker</alias></lexeme>
  <lexeme><grapheme>Kallas</grapheme><phoneme>ˈkɑːlɑːs</phoneme><alias>kahlaass</alias></lexeme>
  <lexeme><grapheme>Khamenei</grapheme><phoneme>ˌkɑːmɛˈneɪ</phoneme><alias>kahmenay</alias></lexeme>
  <lexeme><grapheme>Kishida</grapheme><phoneme>kɪˈʃiːdə</phoneme><alias>kisheeda</alias></lexeme>
  <lexeme><grapheme>Lavrov</grapheme><phoneme>ˈlɑːvrɔːf</phoneme><alias>lahvrawf</alias></lexeme>
  <lexeme><grapheme>Lecornu</grapheme><phoneme>ləkɔːrˈnuː</phoneme><alias>lakornoo</alias></lexeme>
  <lexeme><grapheme>Lee Jae-myung</grapheme><phoneme>ˈliː ˈdʒeɪ ˈmjʌŋ</phoneme><alias>lee jay myung</alias></lexeme>
  <lexeme><grapheme>Li Qiang</grapheme><phoneme>ˈliː tʃiˈɑːŋ</phoneme><alias>lee cheeaang</alias></lexeme>
  <lexeme><grapheme>Machado</grapheme><phoneme>məˈtʃɑːdoʊ</phoneme><alias>machaadoh</alias></lexeme>
  <lexeme><grapheme>Macron</grapheme><phoneme>mɑːˈkroʊn</phoneme><alias>mahkrohn</alias></lexeme>
  <lexeme><grapheme>Maduro</grapheme><phoneme>məˈdʊroʊ</phoneme><alias>madooro</alias></lexeme>
  <lexeme><grapheme>Mamdani</grapheme><phoneme>mɑːmˈdɑːni</phoneme><alias>mahmdahnee</alias></lexeme>
  <lexeme><grapheme>Medvedev</grapheme><phoneme>mɪdˈvjɛdɪf</phoneme><alias>midvyedif</alias></lexeme>
  <lexeme><grapheme>Merz</grapheme><phoneme>mɛrts</phoneme><alias>merrts</alias></lexeme>
  <lexeme><grapheme>Milei</grapheme><phoneme>mɪˈleɪ</phoneme><alias>milay</alias></lexeme>
  <lexeme><grapheme>Munir</grapheme><phoneme>muːˈnɪr</phoneme><alias>moonir</alias></lexeme>
  <lexeme><grapheme>Mélenchon</grapheme><phoneme>ˌmeɪlɑːnˈʃoʊn</phoneme><alias>maylahnshohn</alias></lexeme>
  <lexeme><grapheme>Narendra</grapheme><phoneme>nəˈrɛndrə</phoneme><alias>nerendra</alias></lexeme>
  <lexeme><grapheme>Nasrallah</grapheme><phoneme>nɑːsˈrɑːlə</phoneme><alias>nahsrala</alias></lexeme>
  <lexeme><grapheme>Navalny</grapheme><phoneme>nəˈvɑːlni</phoneme><alias>navahlnee</alias></lexeme>
  <lexeme><grapheme>Nawrocki</grapheme><phoneme>nɑːvˈrɔːtski</phoneme><alias>nahvrawtski</alias></lexeme>
  <lexeme><grapheme>Netanyahu</grapheme><phoneme>ˌnɛtənˈjɑːhuː</phoneme><alias>netanyahu</alias></lexeme>
  <lexeme><grapheme>Peskov</grapheme><phoneme>pɛˈskɔːf</phoneme><alias>peskawf</alias></lexeme>
  <lexeme><grapheme>Pezeshkian</grapheme><phoneme>ˌpɛzɛʃkiˈɑːn</phoneme><alias>pezeshkeeahn</alias></lexeme>
  <lexeme><grapheme>Prabowo</grapheme><phoneme>prəˈboʊwoʊ</phoneme><alias>prebohwoh</alias></lexeme>
  <lexeme><grapheme>Putin</grapheme><phoneme>ˈpuːtɪn</phoneme><alias>pootin</alias></lexeme>
  <lexeme><grapheme>Péter Magyar</grapheme><phoneme>ˈpeɪtər ˈmɑːdʒɑːr</phoneme><alias>paytar mahjahr</alias></lexeme>
  <lexeme><grapheme>Recep Tayyip</grapheme><phoneme>rɛˈdʒɛp taɪˈjiːp</phoneme><alias>rejep tyyeep</alias></lexeme>
  <lexeme><grapheme>Rutte</grapheme><phoneme>ˈrʊtə</phoneme><alias>roota</alias></lexeme>
  <lexeme><grapheme>Sanae</grapheme><phoneme>sɑːˈnɑːeɪ</phoneme><alias>sahnnaay</alias></lexeme>
  <lexeme><grapheme>Scholz</grapheme><phoneme>ʃoʊlts</phoneme><alias>shohlts</alias></lexeme>
  <lexeme><grapheme>Sharaa</grapheme><phoneme>ˈʃɑːrɑː</phoneme><alias>shahraa</alias></lexeme>
  <lexeme><grapheme>Shehbaz</grapheme><phoneme>ʃɛˈbɑːz</phoneme><alias>shebahz</alias></lexeme>
  <lexeme><grapheme>Sheikh</grapheme><phoneme>ʃeɪk</phoneme><alias>shayk</alias></lexeme>
  <lexeme><grapheme>Sheinbaum</grapheme><phoneme>ˈʃaɪnbaʊm</phoneme><alias>shighnbaum</alias></lexeme>
  <lexeme><grapheme>Shinawatra</grapheme><phoneme>ˌtʃɪnəˈwɑːt</phoneme><alias>chinnawaht</alias></lexeme>
  <lexeme><grapheme>Smotrich</grapheme><phoneme>ˈsmoʊtrɪtʃ</phoneme><alias>smohtrich</alias></lexeme>
  <lexeme><grapheme>Subianto</grapheme><phoneme>suːbiˈɑːntoʊ</phoneme><alias>soobeeaanto</alias></lexeme>
  <lexeme><grapheme>Suu Kyi</grapheme><phoneme>ˈsuː ˈtʃiː</phoneme><alias>soo chee</alias></lexeme>
  <lexeme><grapheme>Svyrydenko</grapheme><phoneme>ˌsvɪrɪˈdɛnkoʊ</phoneme><alias>sviriddenko</alias></lexeme>
  <lexeme><grapheme>Sybiha</grapheme><phoneme>sɪˈbiːhə</phoneme><alias>sibbeeha</alias></lexeme>
  <lexeme><grapheme>Syrskyi</grapheme><phoneme>ˈsɪrski</phoneme><alias>sirskee</alias></lexeme>
  <lexeme><grapheme>Sánchez</grapheme><phoneme>ˈsɑːntʃɛz</phoneme><alias>sahnchehz</alias></lexeme>
  <lexeme><grapheme>Takaichi</grapheme><phoneme>tɑːˈkaɪtʃi</phoneme><alias>tahkiechi</alias></lexeme>
  <lexeme><grapheme>Volodymyr</grapheme><phoneme>ˌvɔːləˈdɪmɪr</phoneme><alias>vawladimir</alias></lexeme>
  <lexeme><grapheme>von der Leyen</grapheme><phoneme>fɔːn dɛr ˈlaɪən</phoneme><alias>fawn der lyan</alias></lexeme>
  <lexeme><grapheme>Vučić</grapheme><phoneme>ˈvuːtʃɪtʃ</phoneme><alias>voochich</alias></lexeme>
  <lexeme><grapheme>Wang Yi</grapheme><phoneme>ˈwɑːŋ ˈiː</phoneme><alias>wahng ee</alias></lexeme>
  <lexeme><grapheme>Xi</grapheme><phoneme>ʃiː</phoneme><alias>shee</alias></lexeme>
  <lexeme><grapheme>Xi Jinping</grapheme><phoneme>ˈʃiː dʒɪnˈpɪŋ</phoneme><alias>shee jinping</alias></lexeme>
  <lexeme><grapheme>Yermak</grapheme><phoneme>jɛrˈmɑːk</phoneme><alias>yermahk</alias></lexeme>
  <lexeme><grapheme>Yoon Suk Yeol</grapheme><phoneme>ˈjuːn ˈsʌk ˈjʌl</phoneme><alias>yoon suk yul</alias></lexeme>
  <lexeme><grapheme>Zaluzhnyi</grapheme><grapheme>Zaluzhny</grapheme><phoneme>zəˈluːʒni</phoneme><alias>zaloozhnee</alias></lexeme>
  <lexeme><grapheme>Zelenskyy</grapheme><grapheme>Zelensky</grapheme><grapheme>Zelenskiy</grapheme><phoneme>zəˈlɛnski</phoneme><alias>zuhlenski</alias></lexeme>

  <!-- Places and peoples elsewhere -->
  <lexeme><grapheme>Abu Dhabi</grapheme><phoneme>ˈɑːbuː ˈdɑːbi</phoneme><alias>ahboo dahbee</alias></lexeme>
  <lexeme><grapheme>Balochistan</grapheme><phoneme>bəˌloʊtʃɪˈstɑːn</phoneme><alias>balochistan</alias></lexeme>
  <lexeme><grapheme>Belém</grapheme><phoneme>bəˈlɛm</phoneme><alias>belem</alias></lexeme>
  <lexeme><grapheme>Bürgenstock</grapheme><phoneme>ˈbʊrɡənstɔːk</phoneme><alias>boorganstawk</alias></lexeme>
  <lexeme><grapheme>Chișinău</grapheme><phoneme>ˌkɪʃɪˈnaʊ</phoneme><alias>kishinau</alias></lexeme>
  <lexeme><grapheme>Curaçao</grapheme><phoneme>ˈkjʊrəsaʊ</phoneme><alias>kyurasau</alias></lexeme>
  <lexeme><grapheme>Erbil</grapheme><phoneme>ˈɛrbɪl</phoneme><alias>erbil</alias></lexeme>
  <lexeme><grapheme>Hodeidah</grapheme><phoneme>hoʊˈdeɪdə</phoneme><alias>hoedaida</alias></lexeme>
  <lexeme><grapheme>Idlib</grapheme><phoneme>ˈɪdlɪb</phoneme><alias>idlib</alias></lexeme>
  <lexeme><grapheme>Jenin</grapheme><phoneme>dʒəˈniːn</phoneme><alias>janeen</alias></lexeme>
  <lexeme><grapheme>Khan Younis</grapheme><grapheme>Khan Yunis</grapheme><phoneme>ˈhɑːn ˈjuːnɪs</phoneme><alias>hahn yoonis</alias></lexeme>
  <lexeme><grapheme>Kherson</grapheme><phoneme>hɛrˈsɔːn</phoneme><alias>herrsawn</alias></lexeme>
  <lexeme><grapheme>Kramatorsk</grapheme><phoneme>ˌkrɑːməˈtɔːrsk</phoneme><alias>krahmatorsk</alias></lexeme>
  <lexeme><grapheme>Lviv</grapheme><phoneme>ləˈviːv</phoneme><alias>laveev</alias></lexeme>
  <lexeme><grapheme>Mykolaiv</grapheme><phoneme>ˌmɪkəˈlaɪɪv</phoneme><alias>mikalaiiv</alias></lexeme>
  <lexeme><grapheme>Nagorno-Karabakh</grapheme><phoneme>nəˈɡɔːrnoʊ ˌkɑːrəˈbɑːk</phoneme><alias>nagorno kahrabahk</alias></lexeme>
  <lexeme><grapheme>Natanz</grapheme><phoneme>nəˈtɑːnz</phoneme><alias>natahnz</alias></lexeme>
  <lexeme><grapheme>Phnom Penh</grapheme><phoneme>pəˈnɔːm ˈpɛn</phoneme><alias>panawm pen</alias></lexeme>
  <lexeme><grapheme>Pokrovsk</grapheme><phoneme>pəˈkrɔːfsk</phoneme><alias>pakrawfsk</alias></lexeme>
  <lexeme><grapheme>Rafah</grapheme><phoneme>ˈrɑːfə</phoneme><alias>rahfa</alias></lexeme>
  <lexeme><grapheme>Ramallah</grapheme><phoneme>rəˈmɑːlə</phoneme><alias>remahla</alias></lexeme>
  <lexeme><grapheme>Sanaa</grapheme><grapheme>Sana'a</grapheme><phoneme>sɑːˈnɑː</phoneme><alias>sahnaa</alias></lexeme>
  <lexeme><grapheme>Shenzhen</grapheme><phoneme>ˌʃʌnˈdʒʌn</phoneme><alias>shunjun</alias></lexeme>
  <lexeme><grapheme>Wrocław</grapheme><phoneme>ˈvrɔːtswɑːf</phoneme><alias>vrawtswahf</alias></lexeme>
  <lexeme><grapheme>Zaporizhzhia</grapheme><phoneme>ˌzɑːpəˈriːʒə</phoneme><alias>zahpareezha</alias></lexeme>
</lexicon>

"""Names that the dictionaries lack and that an English voice reads right by their letters."""

ENGLISH_NAMES = frozenset(
    """
    Aaron Adam Adrian Alan Albert Alec Alex Alexander Alexandra Alexis Alfred Alice Alison Amanda Amber Amelia Amy
    Andrea Andrew Angela Angus Anita Anna Anne Annie Anthony Antony Arnold Arsenal Arthur Ashley Aston Audrey Austin
    Barbara Barney Barry Beckham Belinda Ben Benjamin Bernard Beth Betty Beverley Biden Bill Billy Blair Blinken Bob
    Bobby Boris Brad Bradley Brandon Brenda Brendan Brett Brian Bridget Bruce Bryan Burnley Caitlin Calvin Cameron
    Carl Carol Caroline Catherine Cecil Charles Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina
    Christine Christopher Claire Clare Clark Claudia Clifford Clinton Clive Colin Connor Craig Crystal Curtis Cynthia
    Daisy Dale Damian Dan Daniel Danny Darren Dave David Dawn Dean Debbie Deborah Dennis Derek Diana Diane Dominic Don
    Donald Donna Doris Dorothy Doug Douglas Duncan Dylan Eddie Edgar Edith Edmund Edward Edwin Eileen Elaine Eleanor
    Elizabeth Ella Ellen Elliot Emily Emma Emmanuel Eric Erik Ernest Esther Ethan Eurovision Eva Evan Evelyn Everton
    Felix Fiona Florence Frances Francis Frank Fraser Frazier Fred Freddie Frederick Gareth Gary Gavin Geoff Geoffrey
    George Georgia Gerald Gilbert Gillian Glasgow Glen Gloria Gordon Grace Graham Grant Greg Gregory Guinness Hannah
    Harold Harriet Harris Harry Harvey Hazel Heather Hector Helen Henry Herbert Hilary Hillary Holly Horne Howard
    Hugh Hugo Ian Imogen Irene Isaac Isabel Isabella Ivan Jack Jackie Jacob Jake James Jamie Jane Janet Jared Jason
    Jasper Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joe Joel John
    Johnny Jon Jonathan Jordan Joseph Josh Joshua Joyce Judith Julia Julian Julie June Justin Karen Kate Katherine
    Kathleen Katie Keith Kelly Ken Kenneth Kerry Kevin Kim Kyle Larry Laura Lauren Laurence Lawrence Leah Lee Leo Leon
    Leonard Leslie Lewis Liam Lilian Lily Linda Lisa Liverpool Liz Lizzy London Lorraine Los Louis Louise Lucas Lucy
    Luis Luke Lydia Lynn Malcolm Marcus Margaret Maria Marie Marilyn Marion Marjorie Mark Marshall Martha Martin
    Martina Mary Matt Matthew Maureen Maurice Max Megan Melanie Melissa Michael Michelle Mike Miles Mitchell Molly
    Monica Morris Muriel Murray Nancy Naomi Natalie Natasha Nathan Neil Nelson Netflix Nicholas Nick Nicola Nicole
    Nigel Nina Noel Nora Norman Obama Oliver Olivia Oscar Owen Pamela Patricia Patrick Paul Paula Pauline Peter Phil
    Philip Phillip Pip Polly Prix Rachel Ralph Raymond Rebecca Reuben Rhys Richard Rick Rita Rob Robert Roberta Robin
    Rodney Roger Roland Ron Ronald Rosa Rose Rosemary Ross Roy Ruby Rupert Russ Russell Ruth Ryan Sally Sam Samantha
    Samuel Sandra Sara Sarah Scott Sean Sebastian Sharon Sheila Shirley Sidney Simon Sophia Sophie Spencer Stan Stanley
    Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sunak Susan Suzanne Sylvia Telecom Terence Teresa Terry
    Thatcher Theresa Thomas Tim Timothy Tina Toby Todd Tom Tommy Tony Tracy Trevor Trump Uefa Ursula Valerie Vanessa
    Vera Vernon Victor Victoria Vincent Violet Vivian Walter Wanda Warren Wayne Wembley Wendy Wilfred William Yvonne
    Zoe Amazon Boeing Facebook Google Hong Instagram Kong Microsoft Spotify Twitter Vodafone
    """.split()
)
# Heard, compared with a transcription, and found right without an entry in names.pls.
READ_RIGHT = frozenset(
    """
    Aba Afia Asaba Asante Ato Awka Bagbin Bata Bawku Biko Boko Borno Boulos Burkina Cabo Chiwenga Delgado Djibo Déby
    Ekiti Ennahda Fano Farmaajo Faso Faure Fordow Francistown Gao Garba Gaza Geneina Ghazouani Goma Grossi Guelleh
    Gugu Gulu Gwoza Hamdok Harcourt Hegseth Ikoyi Irro Ishiba Jigawa Jinping Jos Juma Kanu Kebbi Kharkiv Kofi Kogi
    Kwasi Lekki Lukashenko Lula Maada Maasai Madbouly Mandela Meloni Menfi Minnawi Misrata Modi Nasarawa Ngozi Novo
    Nuhu Nyusi Obeid Odinga Ododo Olufemi Ondo Orbán Oromia Osei Otti Parakou Randrianirina Rawlings Ribadu Rufai
    Ruto Sadio Shoigu Sinwar Sonko Starmer Suluhu São Tomé Uighur Uighurs Walvis Warri Yemi Yenagoa Yola Zuma
    """.split()
)
ENGLISH_ENDINGS = tuple(
    """
    ford ton son ham field shire ley bury worth wick stone wood land lands burgh dale brook smith well ster croft
    combe hurst mouth pool port man mann ville stein berg
    """.split()
)

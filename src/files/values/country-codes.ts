/**
 * ISO 3166-1 codes, alpha-2 and alpha-3 concatenated, and Kosovo's XK and XKX, which are in use.
 * https://www.iso.org/iso-3166-country-codes.html
 */
export const COUNTRY_CODES =
  `ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL
BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD
CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA
DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN
IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA
KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE
MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM
PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN
SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL
TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE`.split(/\s+/);

/** Common names that `Intl.DisplayNames` lacks, and two codes often used for others. */
export const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  "United States of America": "US",
  USofA: "US",
  America: "US",
  "Vereinigte Staaten von Amerika": "US",
  UK: "GB",
  "Great Britain": "GB",
  Britain: "GB",
  England: "GB",
  Scotland: "GB",
  Wales: "GB",
  "Northern Ireland": "GB",
  "United Kingdom of Great Britain and Northern Ireland": "GB",
  Großbritannien: "GB",
  "Vereinigtes Königreich": "GB",
  "The Netherlands": "NL",
  Holland: "NL",
  Turkey: "TR",
  Türkiye: "TR",
  Turkiye: "TR",
  "Republic of Türkiye": "TR",
  "Czech Republic": "CZ",
  "Tschechische Republik": "CZ",
  "Slovak Republic": "SK",
  "Slowakische Republik": "SK",
  "Ivory Coast": "CI",
  "Côte d'Ivoire": "CI",
  Elfenbeinküste: "CI",
  "Russian Federation": "RU",
  "Russische Föderation": "RU",
  "Republic of Korea": "KR",
  "Korea, Republic of": "KR",
  "South Korea": "KR",
  Südkorea: "KR",
  "North Korea": "KP",
  "Korea, Democratic People's Republic of": "KP",
  "Hong Kong SAR": "HK",
  "Hong Kong": "HK",
  Hongkong: "HK",
  "Macao SAR": "MO",
  Macau: "MO",
  "Taiwan, Province of China": "TW",
  "Taiwan, China": "TW",
  "Viet Nam": "VN",
  "Lao People's Democratic Republic": "LA",
  "Syrian Arab Republic": "SY",
  "Moldova, Republic of": "MD",
  "Republic of Moldova": "MD",
  "Iran, Islamic Republic of": "IR",
  "Islamic Republic of Iran": "IR",
  "Tanzania, United Republic of": "TZ",
  "United Republic of Tanzania": "TZ",
  "Bolivia, Plurinational State of": "BO",
  "Venezuela, Bolivarian Republic of": "VE",
  "Bolivarian Republic of Venezuela": "VE",
  "Brunei Darussalam": "BN",
  "Cabo Verde": "CV",
  Kapverden: "CV",
  Swaziland: "SZ",
  Burma: "MM",
  Macedonia: "MK",
  "The former Yugoslav Republic of Macedonia": "MK",
  "Vatican City State": "VA",
  "Holy See": "VA",
  "Palestine, State of": "PS",
  "State of Palestine": "PS",
  "Democratic Republic of the Congo": "CD",
  "DR Congo": "CD",
  "Congo, The Democratic Republic of the": "CD",
  "Republic of the Congo": "CG",
  "The Bahamas": "BS",
  "The Gambia": "GM",
  "People's Republic of China": "CN",
  "Mainland China": "CN",
  "United Arab Emirates (UAE)": "AE",
  UAE: "AE",
  "Kingdom of Saudi Arabia": "SA",
  KSA: "SA",
  "Republic of Ireland": "IE",
  Eire: "IE",
  Weißrussland: "BY",
  Bosnia: "BA",
  台灣: "TW",
  臺灣: "TW",
  中華民國: "TW",
  大陸: "CN",
  中華人民共和國: "CN",
  韓國: "KR",
  南韓: "KR",
  英國: "GB",
  美國: "US",
};

import type { Meaning } from './words'

/** Lines of business: the same name in another line is likely another company. */
export const TRADES: readonly Meaning[] = [
  [
    'construct',
    'trade',
    'construction|constructions|constr|builder|builders|building|xay dung|xd|kensetsu|komuten|koumuten|konstruksi|bangunan|jianzhu|jianshe|nirman|civil|doboku|xay lap',
    '建設|建築|工務店|土木|建筑|建设|សំណង់|ဆောက်လုပ်ရေး|निर्माण|コンストラクション|コンストラクト',
  ],
  [
    'food',
    'trade',
    'food|foods|thuc pham|shokuhin|makanan|pangan|shipin|khadya|nong san thuc pham|fudo|fuzu|suisan kako|aahar',
    '食品|フーズ|フード|ម្ហូបអាហារ|អាហារ|စားသောက်ကုန်|अन्न|खाद्य|फुड|फुड्स|フードサービス|惣菜|製菓|製麺',
  ],
  [
    'manufacture',
    'trade',
    'manufacturing|manufacture|seisakujo|mfg|manufacturer|manufacturers|san xuat|sx|seisakusho|seizo|seizou|seisaku|manufaktur|zhizao|utpadan|factory|works|nha may|kojo|koujou|pabrik|plant',
    '製作所|製作|ワークス|製造|工場|制造|製作社|រោងចក្រ|ထုတ်လုပ်ရေး|စက်ရုံ|उत्पादन|マニュファクチャリング',
  ],
  [
    'industry',
    'trade',
    'industry|industries|industrial|ind|inds|cong nghiep|kogyo|kougyou|industri|gongye|udhyog|udyog|sangyo|sangyou',
    '工業|産業|興業|工业|实业|實業|ឧស្សាហកម្ម|စက်မှု|စက်မှုလုပ်ငန်း|उद्योग|インダストリー|インダストリーズ',
  ],
  [
    'metal',
    'trade',
    'metal|metals|steel|iron|kim loai|thep|kinzoku|tekko|tekkou|logam|baja|gangtie|mechanical|co khi|metal works|ironworks|kiko|machinery|machine|machines|kikai|mesin|jixie|precision|seiki|seimitsu|kinh loai|tekkosho|tekkojo|tekkosyo|tekkousho|tekkoujo|seimitsu kogyo|engineering',
    '金属|鉄工|鉄工所|鋼業|製鋼|機械|精機|精密|機工|钢铁|机械|លោហៈ|ដែក|သံမဏိ|चक्र|メタル|スチール|鉄鋼|鋳造|プレス|エンジニアリング',
  ],
  [
    'electric',
    'trade',
    'electric|electrical|electronics|electronic|dien|dien tu|denki|denshi|elektronik|elektrik|listrik|dianzi|dianqi|bijuli|elec',
    '電機|電気|電子|电子|电器|电气|អេឡិចត្រូនិក|អគ្គិសនី|လျှပ်စစ်|エレクトロニクス|इलेक्ट्रोनिक्स|विद्युत',
  ],
  [
    'garment',
    'trade',
    'garment|garments|apparel|textile|textiles|sewing|clothing|fashion|may mac|det may|det|hosei|housei|seni|sen i|garmen|tekstil|konveksi|fuzhuang|fangzhi|kapada|lusa',
    '縫製|繊維|衣料|服装|纺织|アパレル|កាត់ដេរ|សម្លៀកបំពាក់|အထည်ချုပ်|အထည်|गार्मेन्ट|कपडा|सिलाई|ガーメント|テキスタイル',
  ],
  [
    'farm',
    'trade',
    'farm|farms|agriculture|agricultural|agri|agro|nong nghiep|nong trai|nong san|noen|nouen|nogyo|nougyou|pertanian|tani|nongye|krishi|bokujo|livestock|chikusan|ranch|nojo|noujou|kaju|kajuen|noen',
    '農園|農業|農場|牧場|畜産|农业|农场|ファーム|កសិកម្ម|កសិដ្ឋាន|စိုက်ပျိုးရေး|လယ်ယာ|कृषि|फार्म|एग्रो',
  ],
  [
    'marine',
    'trade',
    'marine|marine products|fishery|fisheries|seafood|seafoods|thuy san|hai san|suisan|perikanan|laut|yuye|fishing|gyogyo|maritime|shipping|hang hai|kaiun|pelayaran|crew|crewing|crews|ship|ships',
    '船舶|船员|船員|水産|漁業|海運|海産|渔业|水产|航运|នេសាទ|សមុទ្រ|ရေလုပ်ငန်း|ငါးလုပ်ငန်း|ပင်လယ်|मत्स्य|マリン',
  ],
  [
    'transport',
    'trade',
    'transport|transportation|transports|logistics|logistic|van tai|unyu|unso|unsou|butsuryu|butsuryuu|transportasi|angkutan|logistik|yunshu|wuliu|yatayat|express|cargo|giao nhan',
    '運輸|運送|物流|运输|運送店|ロジスティクス|エクスプレス|ដឹកជញ្ជូន|ပို့ဆောင်ရေး|သယ်ယူပို့ဆောင်ရေး|यातायात|ढुवानी|कार्गो',
  ],
  [
    'technology',
    'trade',
    'technology|technologies|tech|techno|cong nghe|gijutsu|teknologi|keji|software|phan mem|informatics|tin hoc|prabidhi|digital|it|ict|jouhou|joho',
    '科技|情報|テクノロジー|テック|テクノ|システムズ|បច្ចេកវិទ្យា|နည်းပညာ|प्रविधि|टेक्नोलोजी|सफ्टवेयर|テクノロジーズ|テクニカル',
  ],
  [
    'travel',
    'trade',
    'travel|travels|tour|tours|tourism|du lich|kanko|kankou|wisata|pariwisata|luyou|paryatan|yatra|air ticketing|ticketing|hotel|hotels|khach san|ryokan|hoteru|resort',
    '観光|旅行|旅游|酒店|ホテル|旅館|ツアー|ទេសចរណ៍|សណ្ឋាគារ|ခရီးသွား|ဟိုတယ်|पर्यटन|ट्राभल|ट्राभल्स|होटल|ត្រាវែល|トラベル|သွားလာရေး',
  ],
  [
    'care',
    'trade',
    'care|nursing|kaigo|welfare|fukushi|medical|hospital|y te|benh vien|medis|rumah sakit|yiliao|health|healthcare|clinic|dieu duong|pharma|pharmaceutical|duoc|duoc pham|swasthya|iryo|iryou',
    '介護|福祉|医療|病院|ケア|メディカル|医疗|护理|សុខភាព|ពេទ្យ|ကျန်းမာရေး|ဆေးရုံ|ဆေး|स्वास्थ्य|अस्पताल|हेल्थ',
  ],
  [
    'cleaning',
    'trade',
    'cleaning|clean|ve sinh|seiso|seisou|kebersihan|qingjie|laundry|giat ui|linen|rinen|building maintenance|birumen',
    '清掃|クリーン|クリーニング|リネン|ビルメンテナンス|清洁|សម្អាត|သန့်ရှင်းရေး|सरसफाइ|क्लिनिङ',
  ],
  [
    'wood',
    'trade',
    'wood|timber|furniture|go|do go|noi that|mokuzai|kagu|kayu|mebel|furnitur|mucai|kath|lumber|seizai',
    '木材|製材|家具|木工|木业|ឈើ|គ្រឿងសង្ហារឹម|သစ်|ပရိဘောဂ|काठ|फर्निचर',
  ],
  [
    'plastic',
    'trade',
    'plastic|plastics|nhua|jushi|gosei jushi|plastik|suliao|rubber|cao su|gomu|karet|chemical|chemicals|hoa chat|kagaku|kimia|huaxue|packaging|bao bi|hoso|kemasan|paper|giay|shiki|paint|son|toso|tosou|painting',
    '樹脂|化学|化成|ゴム|包装|製紙|塗装|塑料|化工|ប្លាស្ទិក|ပလပ်စတစ်|ဓာတု|प्लास्टिक|केमिकल|プラスチック|プラスチックス',
  ],
  [
    'auto',
    'trade',
    'auto|automobile|automotive|motor|motors|car|cars|o to|xe may|jidosha|jidousha|otomotif|mobil|qiche|seibi|gari',
    '自動車|車両|整備|モーター|モータース|オート|汽车|រថយន្ត|ယာဉ်|မော်တော်ယာဉ်|सवारी|मोटर|मोटर्स|自動車整備',
  ],
  [
    'bank',
    'trade',
    'bank|banks|banking|ngan hang|ginko|ginkou|yinhang|finance|financial|tai chinh|tin dung|credit|koperasi simpan pinjam|kinyu|kinyuu|keuangan|insurance|bao hiem|hoken|asuransi|securities|microfinance',
    '銀行|金融|信用|保険|银行|保险|ធនាគារ|ហិរញ្ញវត្ថុ|ဘဏ်|ငွေရေးကြေးရေး|बैंक|वित्त|बीमा',
  ],
  [
    'energy',
    'trade',
    'energy|power|nang luong|dien luc|denryoku|energi|nengyuan|oil|gas|dau khi|sekiyu|minyak|urja|solar|mat troi|mining|khoang san|tambang',
    '電力|石油|ガス|エネルギー|能源|石化|ថាមពល|စွမ်းအင်|ऊर्जा|शक्ति ऊर्जा',
  ],
  [
    'realestate',
    'trade',
    'real estate|realty|property|properties|bat dong san|dia oc|fudosan|fudousan|properti|fangdichan|land|housing|nha o|jutaku|homes|home|house|perumahan|ghar jagga',
    '不動産|住宅|ハウス|ホーム|房地产|ដី|អចលនទ្រព្យ|အိမ်ခြံမြေ|घरजग्गा|आवास',
  ],
  [
    'media',
    'trade',
    'media|press|printing|advertising|quang cao|in an|insatsu|percetakan|yinshua|publishing|xuat ban|shuppan|kokoku|design|thiet ke|desain|sheji|entertainment|giai tri',
    '印刷|出版|広告|デザイン|メディア|传媒|广告|បោះពុម្ព|ပုံနှိပ်|छापाखाना|मिडिया',
  ],
  [
    'security',
    'trade',
    'security guard|security|bao ve|keibi|keamanan|anbao|suraksha|guard|guards',
    '警備|保安|セキュリティ|សន្តិសុខ|လုံခြုံရေး|सुरक्षा',
  ],
]

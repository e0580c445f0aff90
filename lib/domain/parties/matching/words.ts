import { PLACES } from './places'

/**
 * What a word of a company's name says beside the name itself. `legal` is the form of the company and says nothing; `common` stands
 * in the names of most recruiters; `trade` is the line of business; `place` is where; `branch` makes another organisation of it.
 */
export type WordKind = 'legal' | 'common' | 'trade' | 'place' | 'branch' | 'number'

/** One meaning in all languages: Latin spellings without marks, and native ones, separated by `|`. */
export type Meaning = readonly [code: string, kind: WordKind, latin: string, native?: string]

const LEGAL: readonly Meaning[] = [
  [
    'company',
    'legal',
    'co ltd|co|ltd|company|limited|company limited|corporation|corp|inc|incorporated|jsc|joint stock company|joint stock|jointstock|llc|llp|plc|pvt ltd|pvt|private limited|private|pte|pte ltd|sdn bhd|bhd|pty|kk|k k|kabushiki kaisha|kabushiki gaisha|kabushikigaisha|kabushikikaisha|yugen kaisha|yugen gaisha|yugengaisha|yk|godo kaisha|goudou kaisha|gk|gomei kaisha|ippan shadan hojin|shadan hojin|zaidan hojin|npo hojin|tokutei hieiri katsudo hojin|cong ty|cong ti|cty|cong ty co phan|co phan|tnhh|tnhh mtv|trach nhiem huu han|huu han|mtv|mot thanh vien|hai thanh vien|ctcp|cp|ctytnhh|dntn|doanh nghiep tu nhan|doanh nghiep|pt|persero|perseroan terbatas|tbk|cv|ud|lpk|lpks|lpk so|so|p3mi|pptkis|pjtki|yayasan|lembaga pelatihan kerja|lembaga|youxian gongsi|gufen youxian gongsi|youxian zeren gongsi|gongsi|kampani|krom hun|kromhun|the|and|of|for|va|cua|dan|et|no',
    '株式会社|㈱|(株)|（株）|有限会社|㈲|(有)|（有）|合同会社|(同)|合資会社|合名会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|社団法人|財団法人|特定非営利活動法人|有限责任公司|有限責任公司|股份有限公司|有限公司|株式會社|公司|集团公司|責任有限公司|ក្រុមហ៊ុន|ឯ.ក|ឯ. ក|ឯក|ខូអិលធីឌី|ខូ អិលធីឌី|ម.ក|លីមីតធីត|ភ.វ|កម្ពុនី|ကုမ္ပဏီလီမိတက်|ကုမ္ပဏီ လီမိတက်|ကုမ္ပဏီ|လီမိတက်|လီမိတက်တ်|အများနှင့်သက်ဆိုင်သော|သမဂ္ဂ|ကော်ပိုရေးရှင်း|प्रा. लि.|प्रा.लि.|प्रा. लि|प्रा.लि|प्रा लि|प्रालि|प्रा०लि०|प्राइभेट लिमिटेड|प्राईभेट लिमिटेड|प्राइवेट लिमिटेड|लिमिटेड|लि.|कम्पनी|कं.|コーポレーション|リミテッド|カンパニー|株式合資会社|及び|および|ឯកបុគ្គល|ខូ.អិលធីឌី|សហគ្រាស|ပုဂ္ဂလိက|အများပိုင်',
  ],
  [
    'cooperative',
    'common',
    'cooperative|co operative|coop|co op|kyodo kumiai|kyoudou kumiai|kyodokumiai|jigyo kyodo kumiai|jigyou kyoudou kumiai|jigyokyodokumiai|business cooperative|cooperative association|cooperative union|hop tac xa|htx|koperasi|kumiai|cooperative society|sahakari|nghiep doan|union',
    '事業協同組合|協同組合|協業組合|組合|合作社|សហករណ៍|သမဝါယမ|सहकारी|सहकारी संस्था',
  ],
]

const COMMON: readonly Meaning[] = [
  [
    'manpower',
    'common',
    'manpower|human resources|human resource|hr|human|nhan luc|nguon nhan luc|nhan su|jinzai|tenaga kerja|sumber daya manusia|sdm|labour|labor|lao dong|workforce|workers|personnel|janashakti|jana shakti|renli ziyuan|renli|laowu|loutsa|loukun|dhonthean monusa|lay ka|staffing|roudou|rodo|nguon nhan luc|labor service|labour service|labor services|labour services|tki',
    '人材|人財|人力资源|人力資源|人力|劳务|勞務|労務|労働|ធនធានមនុស្ស|កម្លាំងពលកម្ម|ពលកម្ម|ពលករ|လူ့စွမ်းအားအရင်းအမြစ်|လူ့စွမ်းအား|လူ့အရင်းအမြစ်|လုပ်သား|အလုပ်သမား|လုပ်အား|जनशक्ति|मानव संसाधन|मानव स्रोत|म्यानपावर|ヒューマンリソース|ヒューマンリソーシズ|ヒューマン|マンパワー|スタッフ|ម៉ែនផៅវើរ|မန်ပါဝါ|मेनपावर|म्यानपावर',
  ],
  [
    'international',
    'common',
    'international|intl|int|internasional|quoc te|kokusai|guoji|global|globe|toan cau|worldwide|world|antarrastriya|antarashtriya|antarastriya|antarreach|antarakcheat',
    '国際|國際|国际|环球|全球|អន្តរជាតិ|ពិភពលោក|အပြည်ပြည်ဆိုင်ရာ|နိုင်ငံတကာ|ကမ္ဘာ|ကမ္ဘာ့|अन्तर्राष्ट्रिय|अन्तराष्ट्रिय|अन्तरराष्ट्रिय|इन्टरनेशनल|इन्टरनेसनल|ग्लोबल|インターナショナル|グローバル|ワールド|អ៊ិនធើណេសិនណល|インター|အင်တာနေရှင်နယ်',
  ],
  [
    'overseas',
    'common',
    'overseas|oversea|foreign|abroad|nuoc ngoai|kaigai|luar negeri|haiwai|vaideshik|baideshik|baideshik rojgar|export|xuat khau|xuat khau lao dong|xkld|chuyen gia|lao dong xuat khau|labour export|labor export',
    '海外|国外|外国|ក្រៅប្រទេស|បរទេស|នាំចេញ|ပြည်ပ|နိုင်ငံခြား|वैदेशिक|विदेश|ओभरसिज|ओभरसीज|オーバーシーズ',
  ],
  [
    'employment',
    'common',
    'employment|job|jobs|work|career|careers|viec lam|koyo|shokugyo|rojgar|rojgari|rozgar|kerja|pekerjaan|jiuye|recruitment|recruiting|recruit|recruiters|tuyen dung|placement|placements|haken|boshuu|penempatan|zhaopin|hiring|cung ung|cung ung lao dong|supply|supplies|dispatch|phai cu',
    '雇用|職業|派遣|求人|紹介|就业|招聘|派遣公司|ការងារ|ជ្រើសរើស|အလုပ်အကိုင်|အလုပ်အကိုင်ရှာဖွေရေး|အလုပ်|रोजगार|रोजगारी|भर्ना|पूर्ति|जब|リクルート|ジョブ|キャリア|ワーク',
  ],
  [
    'service',
    'common',
    'service|services|svc|svcs|dich vu|sabisu|saabisu|layanan|jasa|fuwu|sewa|seva|dv|solutions|solution|giai phap|agency|agencies|agcy|dai ly|agen|daili|bureau|office|kikan|support|shien|center|centre|centers|trung tam|sentaa|senta|pusat|zhongxin|consulting|consultancy|consultants|consultant|tu van|konsultan|zixun|management|mgmt|quan ly|manajemen|guanli|kanri|link|links|network|partner|partners|system|systems|association|foundation|department',
    'サービス|支援|管理|服务|服務|中介|代理|中心|咨询|諮詢|センター|機構|コンサルティング|サポート|マネジメント|សេវាកម្ម|សេវា|ទីភ្នាក់ងារ|មជ្ឈមណ្ឌល|ဝန်ဆောင်မှု|အေဂျင်စီ|ဌာန|चौतारी|सेवा|सर्भिस|सर्भिसेज|सर्भिसेस|परामर्श|केन्द्र|एजेन्सी|कन्सल्टेन्सी|パートナーズ|パートナー|ソリューションズ|ソリューション|エージェンシー|システム|ネットワーク|コンサルタント|サービシーズ|អេជិនស៊ី|सोलुसन',
  ],
  [
    'trading',
    'common',
    'trading|trade|trdg|thuong mai|tm|shoji|boeki|bussan|perdagangan|dagang|maoyi|commercial|commerce|import export|export import|impex|xuat nhap khau|xnk|imex|nhap khau|merchandise|vanijya|byapar|traders|jinchukou|jinchukou maoyi|tmdv|kinh doanh|shoukai|shokai|business|enterprise|enterprises|ent|jigyo|jigyou',
    '商事|貿易|物産|贸易|商贸|进出口|進出口|商会|事業|企业|企業|ពាណិជ្ជកម្ម|នាំចេញនាំចូល|ကုန်သွယ်ရေး|ကုန်သွယ်မှု|စီးပွားရေး|लघु उद्योग|व्यापार|ट्रेडिङ|ट्रेडिंग|इन्टरप्राइजेज|トレーディング|エンタープライズ|トレード|コマース|商店',
  ],
  [
    'investment',
    'common',
    'investment|investments|invest|dau tu|dt|toshi|investasi|touzi|lagani|holdings|holding|group|grp|groups|tap doan|grup|jituan|samuha|development|dev|phat trien|kaihatsu|pengembangan|fazhan|bikash|vikas|hop tac|cooperation|exchange|koryu|kouryuu|giao luu|partnership',
    '经济技术|经济|經濟|合作|投資|投资|集团|集團|開発|发展|發展|交流|グループ|ホールディングス|វិនិយោគ|អភិវឌ្ឍន៍|គ្រុប|ရင်းနှီးမြှုပ်နှံမှု|ဖွံ့ဖြိုးရေး|အုပ်စု|समूह|विकास|लगानी|ग्रुप|ディベロップメント|デベロップメント|インベストメント',
  ],
  [
    'training',
    'common',
    'training|education|edu|academy|school|college|institute|dao tao|giao duc|day nghe|kyoiku|kenshu|gakuin|nihongo|pelatihan|pendidikan|peixun|jiaoyu|shiksha|talim|talimkendra|language|ngoai ngu|nhat ngu|study abroad|du hoc|skill|skills|technical|intern|trainee|jisshu|gino|ginou|ginojisshu|magang|vocational|cao dang|cao dang nghe|truong cao dang nghe|truong cao dang',
    '教育|研修|学院|学園|実習|技能|技能実習|日本語|語学|培训|留学|技术|技術|បណ្តុះបណ្តាល|អប់រំ|សាលា|သင်တန်း|သင်တန်းကျောင်း|ပညာရေး|तालिम|शिक्षा|एकेडेमी|एजुकेशन|アカデミー|スクール|トレーニング|エデュケーション|カレッジ',
  ],
]

const BRANCHES: readonly Meaning[] = [
  [
    'branch',
    'branch',
    'branch|branch office|chi nhanh|cn|cabang|kantor cabang|shiten|shisha|eigyosho|eigyousho|representative office|van phong dai dien|vpdd|fengongsi|shakha|sakha|subsidiary|sub branch',
    '支店|支社|営業所|出張所|分公司|分店|分社|សាខា|ဌာနခွဲ|ရုံးခွဲ|शाखा|駐在員事務所',
  ],
  ['1', 'number', 'daiichi|dai ichi|mot|first|pertama|thu nhat|number one', '第一|第１|प्रथम|一号'],
  ['2', 'number', 'daini|dai ni|ii|second|kedua|thu hai|number two', '第二|第２|द्वितीय|二号'],
  ['3', 'number', 'daisan|dai san|iii|third|ketiga|thu ba|number three', '第三|第３|三号'],
  ['4', 'number', 'iv|fourth|keempat|thu tu', '第四|四号'],
  ['5', 'number', 'daigo|fifth|kelima', '第五|五号'],
  ['7', 'number', 'vii'],
  ['8', 'number', 'viii'],
  ['9', 'number', 'ix'],
]

export const MEANINGS_BESIDE_TRADES: readonly Meaning[] = [...LEGAL, ...COMMON, ...PLACES, ...BRANCHES]

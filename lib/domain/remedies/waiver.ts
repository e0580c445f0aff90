/**
 * Words by which a worker would give up a claim, a complaint or the right to speak. An agreement never asks for that (domain
 * notes, part 5: no waiver of legal claims or of complaint to authorities). House list: it finds the usual phrases of such
 * papers in the ten languages, and no list finds all of them; the sentence that all routes stay open is therefore always there.
 */
const WAIVERS: readonly RegExp[] = [
  /\bwaiv(?:e|es|er|ing)\b/iu,
  /\bfull and final (?:settlement|release)\b/iu,
  /\bgives? up (?:all|any|every|the|his|her|their|your)? ?(?:legal )?(?:claims?|rights?|complaints?)/iu,
  /\b(?:will|shall|must|may|can|agrees?|promises?) (?:not|never|to) (?:not )?(?:sue|complain|report|claim|go to (?:court|the police))/iu,
  /\bwithdraws? (?:all|any|every|the|his|her|their|your) (?:claims?|complaints?|reports?)/iu,
  /\b(?:no|without) further claims?\b|\bconfidential/iu,
  /từ bỏ (?:mọi|tất cả|các)? ?(?:quyền|yêu cầu|khiếu nại)|không (?:được )?(?:khiếu nại|khởi kiện|kiện|tố cáo)|rút (?:đơn|khiếu nại)|miễn trừ mọi/iu,
  /melepaskan (?:semua|segala|setiap)? ?(?:hak|tuntutan)|tidak akan (?:menuntut|mengadu|melapor|menggugat)|mencabut (?:pengaduan|laporan)/iu,
  /စွန့်လွှတ်|တရားမစွဲ|မတိုင်တန်းရ|တိုင်ကြားချက်.{0,12}ရုပ်သိမ်း/u,
  /isinusuko|isusuko|pagtalikod sa karapatan|hindi na (?:magrereklamo|magsasampa|maghahabol)|iuurong ang reklamo|quitclaim/iu,
  /លះបង់សិទ្ធិ|បោះបង់សិទ្ធិ|មិនប្តឹង|ដកពាក្យបណ្តឹង/u,
  /हक त्याग|दाबी त्याग|दाबी छोड्|उजुरी (?:नगर्|फिर्ता)|मुद्दा नहाल्/u,
  /放弃.{0,8}(?:权利|索赔|追究|诉)|不得(?:再)?(?:起诉|投诉|举报|主张)|不再(?:追究|主张|投诉)|撤回投诉|撤诉/u,
  /สละสิทธิ|ไม่(?:ฟ้อง|ร้องเรียน|เรียกร้อง)|ถอน(?:ฟ้อง|คำร้อง|เรื่องร้องเรียน)/u,
  /放棄(?:する|し|の)|一切の?(?:請求|異議)|債権債務(?:が|の|は)?(?:存在しない|ない)|清算条項|申告(?:を取り下げ|しない)|訴え(?:を取り下げ|ない)|告訴しない|口外しない/u,
]

/** The words of a text that would take a right away, or null. */
export function waiverIn(text: string): string | null {
  const plain = text.normalize('NFKC')
  for (const waiver of WAIVERS) {
    const found = waiver.exec(plain)
    if (found) return found[0]
  }
  return null
}

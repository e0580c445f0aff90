import type { LanguageWords } from './language-words'

export const FILIPINO: LanguageWords = {
  language: 'fil',
  openings: [
    'Nagtatrabaho ako sa pabrika ng pagkain.',
    'Technical intern ako sa construction, tatlong taon ang kontrata.',
    'Nagtatrabaho ako sa pabrika ng piyesa at nakatira sa dormitoryo.',
    'Sa bukid ako nagtatrabaho, unang trabaho ko ito sa ibang bansa.',
  ],
  grievances: {
    fees_debt: 'Malaki ang binayaran ko bago umalis at nangutang ang pamilya ko.',
    deposit_penalty: 'Pinagbayad nila ako ng deposito at mawawala raw kung uuwi ako nang maaga.',
    wages_unpaid: 'Tatlong buwan nang kulang ang bayad sa overtime ko.',
    wage_deductions: 'Buwan-buwan may kaltas sa sahod na walang paliwanag.',
    working_time: 'Anim na araw ako kada linggo, minsan hanggang alas-diyes ng gabi.',
    contract_substitution: 'Iba ang trabaho at sahod sa pinirmahan kong kontrata.',
    document_retention: 'Hawak ng kumpanya ang pasaporte ko at ayaw ibalik.',
    accommodation: 'Masikip ang kuwarto, walo kami, at mahal ang upa.',
    harassment_bullying: 'Madalas akong sigawan ng superbisor sa harap ng lahat.',
    osh_injury: 'Nasugatan ang kamay ko sa makina at sinabihang huwag magsalita.',
    forced_return: 'Pauuwiin daw ako kung magtatanong pa ako tungkol sa sahod.',
    movement_isolation: 'Bawal kaming lumabas ng dormitoryo sa gabi.',
    transfer_restriction: 'Gusto kong lumipat ng trabaho pero walang tumutulong.',
  },
  wishes: [
    'Gusto kong maibalik ang perang binayad ko.',
    'Gusto ko lang magtrabaho nang maayos at mabayaran nang tama.',
    'Sabihin ninyo kung ano ang puwede kong gawin.',
  ],
  replies: [
    'Salamat, hawak ko pa ang resibo at payslip.',
    'Cash ang bayad ko, walang resibo.',
    'Panggabi ako ngayong linggo, sa hapon ninyo ako kontakin.',
  ],
  safeTimes: 'Pagkatapos ng 8 ng gabi, Linggo buong araw',
  officer: {
    received: 'Nabasa na namin ang kuwento mo. May sasagot sa iyo sa loob ng ilang araw.',
    question: 'May resibo o mensahe ka ba tungkol sa bayad? Ayos lang kung wala.',
    progress: 'Sinusuri namin ang mga bayad at kontrata. Wala pa kaming kinakausap maliban sa iyo.',
    consentAsked: 'Gusto naming ipadala ang kaso sa tanggapang makakatulong. Payag ka ba? Puwede kang tumanggi.',
    referred: 'Sa pahintulot mo, naipadala na ang kaso. Sasabihan ka namin kapag may sagot.',
    remedyTerms: 'Ibabalik ng ahensiya ang bahagi ng bayad sa tatlong hulog. Nananatili ang lahat ng karapatan mo.',
    closed: 'Isinara na ang kaso mo. Puwede mo itong ipabukas muli sa loob ng labindalawang buwan.',
  },
  sendingOrganizations: ['Halimbawa Manpower Services', 'Sampol Overseas Placement Inc.'],
  brokers: ['Aling Halimbawa', 'Kabayan Sampol'],
  trainingCenters: ['Halimbawa Japanese Language School', 'Sampol Training Center'],
}

// Plain words of despair in the languages workers write in. A list like this misses much and is
// only there so that a story with such words is read first; nobody is judged by it.
const PHRASES: readonly string[] = [
  'suicide',
  'kill myself',
  'killing myself',
  'want to die',
  'end my life',
  'tự tử',
  'tự sát',
  'muốn chết',
  'không muốn sống',
  'bunuh diri',
  'ingin mati',
  'mau mati',
  'magpakamatay',
  'gusto ko nang mamatay',
  '自殺',
  '死にたい',
  '自杀',
  '不想活',
  '想死',
  'आत्महत्या',
  'मर्न मन',
  'သတ်သေ',
  'သေချင်',
  'សម្លាប់ខ្លួន',
  'ចង់ស្លាប់',
  'ฆ่าตัวตาย',
  'อยากตาย',
].map((phrase) => phrase.normalize('NFC'))

/** Whether a story speaks of self-harm. False does not mean that all is well. */
export function speaksOfSelfHarm(story: string): boolean {
  const text = story.normalize('NFC').toLowerCase()
  return PHRASES.some((phrase) => text.includes(phrase))
}

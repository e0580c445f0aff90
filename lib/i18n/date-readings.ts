const WEEKDAYS: Readonly<Record<string, string>> = {
  月: 'げつ',
  火: 'か',
  水: 'すい',
  木: 'もく',
  金: 'きん',
  土: 'ど',
  日: 'にち',
}

/** Days that are not said number by number; all others are their number and にち. */
const DAYS: Readonly<Record<string, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
}

const DATE = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日(?:([月火水木金土日])曜日)?)?/gu

/** Marks the readings of dates as Intl writes them in Japanese: 2026年11月1日日曜日. Other text stays as it is. */
export function markedDates(text: string): string {
  return text.replace(DATE, (_all, year?: string, month?: string, day?: string, weekday?: string) =>
    [
      year === undefined ? '' : `${year}${marked('年', 'ねん')}`,
      `${month ?? ''}${marked('月', 'がつ')}`,
      day === undefined ? '' : dayOf(day),
      weekday === undefined ? '' : marked(`${weekday}曜日`, `${WEEKDAYS[weekday] ?? ''}ようび`),
    ].join(''),
  )
}

function dayOf(day: string): string {
  const reading = DAYS[day]
  return reading === undefined ? `${day}${marked('日', 'にち')}` : marked(`${day}日`, reading)
}

function marked(word: string, reading: string): string {
  return `\uFFF9${word}\uFFFA${reading}\uFFFB`
}

import { pinyin } from 'pinyin-pro'
import { COMPOUND_READINGS, KANJI_READINGS, LONGEST_COMPOUND } from './kanji-readings'
import { remember } from './remember'
import { soundOf } from './sound'

/** Readings of one piece of a name, any of which may be meant. */
export type Piece = readonly string[]

// One character for all its shapes: simplified, traditional, Japanese.
const SHAPES = new Map(
  '国國圀 会會 东東 业業 华華 丰豊豐 龙龍竜 广廣広 发發発 兴興 荣榮栄 万萬 宝寶寳 泽澤沢 边邊辺邉 斋齋斎斉齊 高髙 崎﨑 岛島嶋嶌 富冨 桜櫻樱 浜濱滨 滝瀧泷 长長 门門 马馬 鸟鳥 鱼魚 车車 贝貝 见見 风風 飞飛 阳陽 阴陰 兰蘭 庆慶 爱愛 义義 乐楽樂 铁鉄鐵 银銀 金钅 钟鐘 镇鎮 关関關 开開 电電 云雲 学學 实実實 宁寧 汉漢 江汀 湾灣 热熱 盐塩鹽 惠恵 德徳 胜勝 顺順 须須 齐 红紅 绿緑綠 蓝藍 叶葉 协協 单単單 双雙 圣聖 坚堅 园園 团団團 图図圖 块塊 备備 夺奪 奋奮 孙孫 将將 层層 岗崗 币幣 师師 库庫 应応應 怀懐懷 战戦戰 时時 晓暁曉 术術 机機 权権權 条條 来來 杨楊 极極 构構 桥橋 梦夢 欧欧歐 气気氣 沈瀋 济済濟 渊淵 灵霊靈 点點 炼煉 爷爺 玛瑪 现現 环環 盖蓋 监監 真眞 确確 礼禮 积積 称稱 穷窮 竞競 笔筆 纪紀 约約 纯純 纲綱 纸紙 纺紡 线線 组組 经経經 结結 给給 统統 继継繼 续続續 维維 综綜 缘縁緣 罗羅 联聯 职職 营営營 萧蕭 蒋蔣 虾蝦 装裝 补補 观観觀 规規 视視 订訂 计計 让譲讓 议議 记記 讲講 许許 论論 设設 证證 识識 诚誠 话話 语語 请請 谷穀 质質 购購 贸貿 费費 资資 赖頼賴 赵趙 跃躍 转転轉 轮輪 软軟 达達 运運 进進 远遠 选選 邮郵 邻鄰 郑鄭 针針 钢鋼 钱銭錢 铃鈴 锦錦 键鍵 问問 间間 阔闊 队隊 陈陳 陆陸 随隨 隐隱 难難 静靜 页頁 项項 顾顧 饭飯 饮飲 馆館舘 驰馳 验験驗 骏駿 鲁魯 鲜鮮 鸿鴻 鹏鵬 鹤鶴 鹰鷹 麦麥 黄黃 亚亜亞 产産產 亲親 伟偉 传伝傳 伦倫 价価價 众衆 优優 储儲 儿児兒 党黨 农農 军軍 冲衝 决決 净浄淨 凯凱 创創 别別 剑剣劍 办辦 务務 动動 劳労勞 势勢 区區 医醫 卖売賣 卫衛衞 历歴歷 县県縣 变変變 吴呉吳 员員 响響 唤喚 启啓 声聲 处処處 头頭 夹挟 买買'
    .split(' ')
    .flatMap((shapes) => [...shapes].map((shape) => [shape, [...shapes][0] ?? shape] as const)),
)

/** The characters without their shapes: 國 and 国 are one. */
export function plainShapes(text: string): string {
  return [...text].map((character) => SHAPES.get(character) ?? character).join('')
}

/** The readings of a run of characters in Japanese, piece by piece, longest compounds first. Empty for a character nobody reads so. */
export const japanesePieces = remember(findPieces)

function findPieces(run: string): readonly Piece[] {
  const characters = [...run]
  const pieces: Piece[] = []
  for (let place = 0; place < characters.length;) {
    const compound = longestCompound(characters, place)
    if (compound) {
      pieces.push(compound.readings)
      place += compound.length
    } else {
      const character = characters[place] ?? ''
      const readings = character === '々' ? (pieces.at(-1) ?? []) : (KANJI_READINGS.get(character) ?? [])
      pieces.push(place === 0 ? readings : withVoiced(readings))
      place += 1
    }
  }
  return pieces
}

function longestCompound(characters: readonly string[], from: number) {
  for (let length = Math.min(LONGEST_COMPOUND, characters.length - from); length > 1; length -= 1) {
    const readings = COMPOUND_READINGS.get(characters.slice(from, from + length).join(''))
    if (readings) return { readings: readings.concat(alternatives(characters.slice(from, from + length))), length }
  }
  return null
}

/** A compound may after all be read character by character. */
function alternatives(characters: readonly string[]): string[] {
  const [first = [], second = []] = characters.map((character) => KANJI_READINGS.get(character) ?? [])
  return characters.length === 2 ? first.flatMap((a) => second.map((b) => a + b)) : []
}

const VOICED: Readonly<Record<string, string>> = { k: 'g', s: 'z', t: 'd', h: 'b', f: 'b' }

function withVoiced(readings: readonly string[]): readonly string[] {
  return readings.flatMap((reading) => {
    const voiced = VOICED[reading[0] ?? '']
    if (voiced === undefined) return [reading]
    const rest =
      reading.startsWith('sh') || reading.startsWith('ch') ? `j${reading.slice(2)}` : voiced + reading.slice(1)
    return [reading, rest]
  })
}

/** The most usual Japanese reading of a run; null when a character has none. */
export function japaneseReading(run: string): string | null {
  const pieces = japanesePieces(run)
  return pieces.some(([first]) => first === undefined) ? null : pieces.map(([first]) => first).join('')
}

/** The reading in Mandarin without tones, syllables joined. */
export const mandarinReading = remember(findMandarin)

function findMandarin(run: string): string {
  return pinyin(run, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase()
}

/** Fewest changes from any way to read the pieces to a word, both as they sound. */
export function latticeDistance(pieces: readonly Piece[], word: string): number {
  const target = soundOf(word)
  let row: readonly number[] = Array.from({ length: target.length + 1 }, (_, place) => place)
  for (const piece of pieces) {
    const rows = [...new Set((piece.length === 0 ? ['??'] : piece).map(soundOf))].map((reading) =>
      extend(row, reading, target),
    )
    row = row.map((_, place) => Math.min(...rows.map((one) => one[place] ?? Number.POSITIVE_INFINITY)))
  }
  return row.at(-1) ?? 0
}

function extend(start: readonly number[], reading: string, target: string): readonly number[] {
  let row = start
  for (const letter of reading) {
    const next = [(row[0] ?? 0) + 1]
    for (let place = 1; place <= target.length; place += 1)
      next.push(
        Math.min(
          (row[place] ?? 0) + 1,
          (next[place - 1] ?? 0) + 1,
          (row[place - 1] ?? 0) + (target[place - 1] === letter ? 0 : 1),
        ),
      )
    row = next
  }
  return row
}

/** English words as Japanese companies write them, so that they meet the English spelling. The longest first when looked up. */
const WORDS =
  'ブルー blue|スカイ sky|ドリーム dream|フューチャー future|エース ace|グリーン green|エバー ever|スター star|サン sun|ライズ rise|シーサイド seaside|シー sea|リーフ leaf|ライフ life|ブリッジ bridge|ホープ hope|ハッピー happy|スマイル smile|ラッキー lucky|フレンド friend|フレンズ friends|フラワー flower|ガーデン garden|レインボー rainbow|ムーン moon|ゴールド gold|ゴールデン golden|シルバー silver|ダイヤモンド diamond|クリスタル crystal|パール pearl|ローズ rose|リバー river|レイク lake|オーシャン ocean|マウンテン mountain|ヒル hill|ヒルズ hills|フォレスト forest|ウィンド wind|ウインド wind|ファースト first|ベスト best|トップ top|スーパー super|ニュー new|ネクスト next|プラス plus|ユニオン union|ユナイテッド united|ネット net|ネットワーク network|リンク link|クロス cross|ゲート gate|ゲートウェイ gateway|ロード road|ウェイ way|スペース space|アース earth|ジャイアント giant|タイガー tiger|ドラゴン dragon|イーグル eagle|フェニックス phoenix|ライオン lion|スワン swan|バード bird|ハート heart|ピース peace|ジョイ joy|トラスト trust|ビクトリー victory|パワー power|エナジー energy|イノベーション innovation|クリエイト create|クリエイション creation|プロ pro|アルファ alpha|オメガ omega|デルタ delta|ゼロ zero|ワン one|ツー two|サクセス success|チャレンジ challenge|ステップ step|アップ up|ウィング wing|ウイング wing|ウィングス wings|ブライト bright|ライト light|ノース north|サウス south|イースト east|ウエスト west|オレンジ orange|レッド red|ホワイト white|ブラック black|キング king|クイーン queen|ロイヤル royal|クラウン crown|パーク park|タウン town|シティ city|シティー city|ビレッジ village|ジャーニー journey|アライアンス alliance|オーロラ aurora|コスモ cosmo|コスモス cosmos|ハーモニー harmony|メロディー melody'
const TABLE = new Map(WORDS.split('|').map((entry) => entry.split(' ') as [string, string]))
const BY_LENGTH = [...TABLE.keys()].toSorted((a, b) => b.length - a.length)

/** A run of kana taken apart into English words, or null when it is not made of them alone. */
export function englishOf(kana: string): readonly string[] | null {
  if (kana === '') return []
  for (const word of BY_LENGTH) {
    if (!kana.startsWith(word)) continue
    const rest = englishOf(kana.slice(word.length))
    if (rest) return [TABLE.get(word) ?? '', ...rest]
  }
  return null
}

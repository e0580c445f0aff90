/** The part of Google's myanmar-tools that is used here; the package brings no types. */
declare module 'myanmar-tools' {
  export class ZawgyiDetector {
    /** From 0 (Unicode) to 1 (Zawgyi); -Infinity for a text without Burmese letters. */
    getZawgyiProbability(text: string): number
  }
  export class ZawgyiConverter {
    zawgyiToUnicode(text: string): string
  }
}

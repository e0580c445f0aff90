import 'server-only'
import { DamagedFile } from './clean-file'

/** A page of our own size takes some 60 MB; a scan of 64 megapixels, unpacked, 256. */
const MEMORY_MAXIMUM = 512 * 1024 * 1024
const WASM_PAGE = 64 * 1024

let isLimited = false

/** Limits what a program in WebAssembly may ask for in this process: Node's own limit of the heap does not count it. */
export function limitWasmMemory(): void {
  if (isLimited) return
  isLimited = true
  const { prototype } = WebAssembly.Memory
  // oxlint-disable-next-line typescript/unbound-method -- called with its object below
  const { grow } = prototype
  prototype.grow = function limitedGrow(this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * WASM_PAGE > MEMORY_MAXIMUM) throw new DamagedFile()
    return grow.call(this, pages)
  }
}

import type { IncomingMessage } from 'node:http'

/** A body that was read before anybody else may have it: `letGo` hands it on as it came. */
export type HeldBody = { readonly bytes: Buffer; readonly letGo: () => void }

/** Holds back what comes until it is all there; called before anybody reads. Never resolves for a body that does not end. */
export function holdBody(request: IncomingMessage): Promise<HeldBody> {
  const push = request.push.bind(request)
  const parts: Buffer[] = []
  return new Promise((resolve) => {
    request.push = (part: unknown) => {
      if (part !== null) {
        parts.push(part as Buffer)
        return true
      }
      const letGo = () => {
        request.push = push
        for (const each of parts) push(each)
        push(null)
      }
      resolve({ bytes: Buffer.concat(parts), letGo })
      return true
    }
  })
}

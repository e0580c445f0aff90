import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A bucket that speaks as much of the S3 protocol as a file store needs, and looks at every signature (Signature Version 4). */
export type S3Server = {
  readonly endpoint: string
  readonly objects: Map<string, { readonly bytes: Buffer; readonly putAt: Date }>
  /** What it answers from now on instead of doing anything; null for ordinary work. */
  answer: { readonly status: number; readonly body: string; readonly location?: string } | null
  readonly stop: () => Promise<void>
}

const PAGE = 3

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

/** Whether a request is signed with this secret, by the text of "Signature Version 4 signing process", written without our client. */
function isSigned(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const [, credential, names, signature] =
    /Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=(\w+)/.exec(request.headers.authorization ?? '') ?? []
  if (!credential || !names || !signature) return false
  const [, day = '', region = '', service = ''] = credential.split('/')
  const url = new URL(request.url ?? '/', 'http://x')
  const said = String(request.headers['x-amz-content-sha256'])
  if (said !== 'UNSIGNED-PAYLOAD' && said !== sha256(body)) return false
  const encode = (text: string) =>
    encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const asked = [request.method, url.pathname, query, headers.join(''), names, said].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(asked)].join('\n')
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), 'aws4_request')
  return hmac(key, text).toString('hex') === signature
}

/** Starts one with one bucket on a free port of this machine. */
export async function startS3Server(bucket: string, secret: string): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map()
  const state: { answer: S3Server['answer'] } = { answer: null }
  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const say = (status: number, content: Buffer | string = '') => response.writeHead(status).end(content)
    if (state.answer?.location !== undefined) response.setHeader('Location', state.answer.location)
    if (state.answer) return say(state.answer.status, state.answer.body)
    if (!isSigned(request, body, secret)) return say(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
    const url = new URL(request.url ?? '/', 'http://x')
    const [, name = '', ...rest] = url.pathname.split('/')
    if (name !== bucket) return say(404, '<Error><Code>NoSuchBucket</Code></Error>')
    const key = rest.join('/')
    if (request.method === 'PUT') objects.set(key, { bytes: body, putAt: new Date() })
    if (request.method === 'DELETE') objects.delete(key)
    if (request.method !== 'GET') return say(request.method === 'DELETE' ? 204 : 200)
    if (key === '') return say(200, listing(objects, url.searchParams))
    const found = objects.get(key)
    return found ? say(200, found.bytes) : say(404, '<Error><Code>NoSuchKey</Code></Error>')
  }
  const server = createServer((request, response) => void answerTo(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    get answer() {
      return state.answer
    },
    set answer(answer) {
      state.answer = answer
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function listing(objects: S3Server['objects'], query: URLSearchParams): string {
  const from = query.get('continuation-token') ?? ''
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > from).toSorted()
  const page = keys.slice(0, PAGE)
  const contents = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.putAt.toISOString()}</LastModified></Contents>`,
  )
  const next = keys.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return `<ListBucketResult><IsTruncated>${keys.length > PAGE}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`
}

import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { treatAnswer } from '@/lib/web-server/answer'
import { formsOfPage } from '@/lib/web-server/forms-of-page'
import { keepPostedForm, type PostedForm } from '@/lib/web-server/posted-form'
import { renewedForm } from '@/lib/web-server/renewed-form'
import { renewedPage } from '@/lib/web-server/renewed-page'
import { WholeFailures } from '@/lib/web-server/whole-failures'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

const form = (action: string, inside: string) =>
  `<form class="stack" action="" encType="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_ID_${action}"/>${inside}</form>`
const STORY =
  '<input type="hidden" name="version" value="4"/><textarea name="story" rows="6"></textarea><select name="way"><option value="a">A</option></select>'
const SEND = '<button type="submit" name="go" value="on"><svg><path d=""/></svg>Send &amp; go on</button>'
const PAGE = `<!DOCTYPE html><html lang="vi" data-plain=""><body><main>${form('new', STORY + SEND)}${form('other', '<input name="comment"/><button>Note</button>')}</main></body></html>`
const TYPED: PostedForm = {
  texts: [
    ['$ACTION_ID_gone', ''],
    ['version', '3'],
    ['story', 'Họ giữ "hộ chiếu"\n<b>'],
    ['way', 'a'],
    ['go', 'on'],
  ],
  hasFiles: false,
}

test('the form of the renewed page takes what was typed for the former one, with what stood in it', () => {
  const { words, form: found, isPartGone } = renewedForm(TYPED, PAGE)
  expect(words).toEqual(['Họ giữ "hộ chiếu"\n<b>'])
  expect(isPartGone).toBe(false)
  // The version that was read, not the one that is there now: what somebody else changed meanwhile is not written over.
  expect(found?.fields).toEqual([
    ['$ACTION_ID_new', ''],
    ['version', '3'],
    ['story', 'Họ giữ "hộ chiếu"\n<b>'],
    ['way', 'a'],
  ])
  expect(found?.buttons).toEqual([{ name: 'go', value: 'on', words: 'Send & go on' }])
})

test('where two forms could be meant, or none, nothing is sent by itself', () => {
  const twice = PAGE.replace('</main>', `${form('third', STORY + SEND)}</main>`)
  for (const page of [twice, '<html></html>', null]) {
    const { words, form: found } = renewedForm(TYPED, page)
    expect(found).toBeNull()
    expect(words).toContain('Họ giữ "hộ chiếu"\n<b>')
  }
  const noWords = form('yes', '<input type="hidden" name="id" value="1"/><button>Approve</button>')
  expect(renewedForm({ texts: [['id', '1']], hasFiles: false }, noWords).form).toBeNull()
})

test('passwords, codes, keys and files are never given back', () => {
  const texts: PostedForm['texts'] = [
    ['email', 'a@example.org'],
    ['password', 'a long password'],
    ['code', '1234 5678'],
    ['id', '0190b7a2-1111-7000-8000-000000000000'],
  ]
  const signIn = form(
    'in',
    '<input name="email"/><input type="password" name="password"/><input name="code"/><input type="hidden" name="id"/><button>In</button>',
  )
  for (const page of [signIn, null]) {
    const found = renewedForm({ texts, hasFiles: false }, page)
    expect(found).toEqual({ words: ['a@example.org'], form: null, isPartGone: true })
  }
  expect(renewedForm({ ...TYPED, hasFiles: true }, PAGE)).toMatchObject({ form: null, isPartGone: true })
})

test('what was typed stands in the page as text, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.tuple(fc.string(), fc.string())), (words, fields) => {
      const page = renewedPage('/vi/report?a="><b>', {
        words,
        form: { fields, buttons: [{ name: '', value: '', words: '<i>' }] },
        isPartGone: false,
      })
      const tags = [...page.matchAll(/<\/?(\w+)/gu)].map(([, tag]) => tag)
      const ours = new Set([
        'html',
        'meta',
        'title',
        'style',
        'main',
        'h1',
        'p',
        'textarea',
        'form',
        'input',
        'button',
        'a',
      ])
      expect(tags.filter((tag) => !ours.has(tag ?? ''))).toEqual([])
      expect(tags.filter((tag) => tag === 'textarea')).toHaveLength(words.length * 2)
      expect(tags.filter((tag) => tag === 'input')).toHaveLength(fields.length)
    }),
  )
})

test('any page can be looked through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (html) => {
      for (const { action } of formsOfPage(`<form method="post">${html}</form>`))
        expect(action.every(([name]) => name.startsWith('$ACTION'))).toBe(true)
    }),
  )
})

/** A server whose pages are PAGE and which knows no action. */
async function serve(): Promise<number> {
  let pages: WholeFailures | null = null
  const server = createServer((asked, answer) => {
    keepPostedForm(asked)
    treatAnswer(asked, answer, pages?.isOurs(asked) ? null : pages)
    if (asked.method === 'GET') {
      answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      answer.end(asked.headers.cookie === 'own=1' ? PAGE : '<html><main>Sign in</main></html>')
      return
    }
    asked.resume()
    asked.on('end', () => {
      answer.setHeader('x-nextjs-action-not-found', '1')
      answer.writeHead(409, { 'Content-Type': 'text/plain' })
      answer.end('Server action not found.')
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  const { port } = server.address() as AddressInfo
  pages = new WholeFailures(port)
  return port
}

function post(port: number, headers: Record<string, string>): Promise<{ status: number; text: string; cache: string }> {
  const part = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const body = `${TYPED.texts.map(([name, value]) => part(name, value)).join('')}--x--\r\n`
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  return new Promise((resolve, reject) => {
    const asked = request({ port, path: '/vi/report', method: 'POST', headers: { ...type, ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text, cache: answer.headers['cache-control'] ?? '' }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

test('a form of a former version comes back with its words, to be sent as the page has it now', async () => {
  const port = await serve()
  const own = await post(port, { cookie: 'own=1' })
  expect(own).toMatchObject({ status: 409, cache: 'private, no-store' })
  expect(own.text).toContain('<html lang="vi">')
  expect(own.text).toContain('name="$ACTION_ID_new"')
  expect(own.text).toContain('Họ giữ &quot;hộ chiếu&quot;\n&lt;b&gt;</textarea>')
  expect(own.text).toContain('<button name="go" value="on">Send &amp; go on</button>')
  const other = await post(port, {})
  expect(other.text).not.toContain('<form')
  expect(other.text).toContain('Họ giữ')
  const script = await post(port, { 'next-action': 'gone' })
  expect(script.text).toBe('Server action not found.')
})

import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import { processApart } from '@/lib/files/apart/process-apart'
import { setFileProcessor } from '@/lib/files/processor'
import { env } from '@/lib/platform/env'
import { stopEverything } from '@/lib/platform/stopping'
import { treatAnswer } from './answer'
import { Assets } from './assets'
import { boundBody } from './bounded-body'
import { FileForms } from './file-forms'
import { LOOP_HEADER, WholeFailures } from './whole-failures'

// The process that answers: Next with worker pages made plain on their way out. Started by lib/commands/next-server.ts as
// `main.mjs start|dev PORT PHONE_DIRECTORY`; docs/adr/021 says why it is there.

/** Behind the times of lib/web-server/body-limits.ts; headers have the minute that Node gives them. */
const REQUEST_MS = 21 * 60_000
const CLOSING_MS = 8_000

const [mode, portText, phoneDirectory = ''] = process.argv.slice(2)
const isDevelopment = mode === 'dev'
const port = Number(portText)

// Bundled beside this file, see lib/commands/bundle.ts.
const lookThrough = { file: path.join(import.meta.dirname, 'look-through.mjs') }
setFileProcessor((bytes, wish) => processApart(lookThrough, bytes, wish))

const server = createServer({ requestTimeout: REQUEST_MS })
const app = next({
  dev: isDevelopment,
  dir: process.cwd(),
  hostname: 'localhost',
  port,
  httpServer: server,
  ...(isDevelopment ? { turbopack: true } : {}),
})
const assets = new Assets(path.resolve(phoneDirectory), isDevelopment)
await app.prepare()
const handle = app.getRequestHandler()
const failures = new WholeFailures(port)
const forms = new FileForms(env().TRUSTED_PROXY_HOPS)

server.on('request', (request, response) => {
  assets.refresh()
  if (!boundBody(request, response, forms) || assets.answer(request, response)) return
  const isOurs = failures.isOurs(request)
  delete request.headers[LOOP_HEADER]
  treatAnswer(request, response, isOurs ? null : failures)
  handle(request, response).catch(() => {
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
server.listen(port)

/** Answers what has begun, finishes the jobs at work, then goes. */
function close() {
  setTimeout(() => process.exit(0), CLOSING_MS).unref()
  const stopped = stopEverything()
  server.close(() => {
    void Promise.allSettled([app.close(), stopped]).finally(() => process.exit(0))
  })
  server.closeIdleConnections()
}
process.once('SIGTERM', close)
process.once('SIGINT', close)

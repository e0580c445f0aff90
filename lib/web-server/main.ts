import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import { treatAnswer } from './answer'
import { Assets } from './assets'
import { LOOP_HEADER, WholeFailures } from './whole-failures'

// The process that answers: Next with worker pages made plain on their way out. Started by lib/commands/next-server.ts as
// `main.mjs start|dev PORT PHONE_DIRECTORY`; docs/adr/021 says why it is there.

/** A form of 26 MB over a bad line takes its time; its headers do not. */
const REQUEST_MS = 20 * 60_000
const CLOSING_MS = 8_000

const [mode, portText, phoneDirectory = ''] = process.argv.slice(2)
const isDevelopment = mode === 'dev'
const port = Number(portText)

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

server.on('request', (request, response) => {
  assets.refresh()
  if (assets.answer(request, response)) return
  const isOurs = failures.isOurs(request)
  delete request.headers[LOOP_HEADER]
  treatAnswer(request, response, isOurs ? null : failures)
  handle(request, response).catch(() => {
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
server.listen(port)

/** Answers what has begun, then goes. */
function close() {
  setTimeout(() => process.exit(0), CLOSING_MS).unref()
  server.close(() => {
    void app.close().finally(() => process.exit(0))
  })
  server.closeIdleConnections()
}
process.once('SIGTERM', close)
process.once('SIGINT', close)

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeBundles } from './bundle'
import { childEnvironment } from './child-environment'
import { NEXT_CLI } from './next-server'
import { stepBack } from './step-back'
import type { StopList } from './stop-signals'

/** Everything that ends up in a build. The commands and the demonstration are not part of it. */
const SOURCES = [
  'app/**/*',
  'components/**/*',
  'lib/**/*',
  'public/**/*',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
]
/** The commands that make something of what is served. */
const BUNDLERS = ['bundle.ts', 'phone-words.ts', 'signs.ts'].map((file) => path.join('lib', 'commands', file))
const NOT_SOURCES = [path.join('lib', 'commands'), path.join('lib', 'demo')]

/**
 * The names of actions in forms are hashes with this: the same in every build, so that a form opened before a deployment finds its action
 * after it. No secret: what is encrypted is encrypted with the server's own key, which it has from its environment (next-server.ts).
 */
const ACTION_NAMES = createHash('sha256').update('fair-passage/names of server actions').digest('base64')

function hashOfSources(): string {
  const files = globSync(SOURCES, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        BUNDLERS.includes(path.relative(process.cwd(), path.resolve(file))) ||
        !NOT_SOURCES.some((directory) => path.relative(process.cwd(), path.resolve(file)).startsWith(directory)),
    )
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '')
  for (const file of files.toSorted()) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Whether `distDir` holds no build of the sources as they are now. */
export function isBuildStale(distDir: string): boolean {
  const stamp = path.join(distDir, 'made-from')
  return (
    !existsSync(path.join(distDir, 'BUILD_ID')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOfSources()
  )
}

/**
 * Builds the application into `distDir` with none of our settings in its environment. `isHeldBack`: see stepBack.
 *
 * @throws with the builder's own words when it fails
 */
export async function build(
  distDir: string,
  stops: StopList,
  report: (line: string) => void,
  isHeldBack = false,
): Promise<void> {
  const madeFrom = hashOfSources()
  const child = spawn(process.execPath, [NEXT_CLI, 'build'], {
    env: childEnvironment({
      NEXT_DIST_DIR: distDir,
      NEXT_TYPES_ARE_CHECKED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTION_NAMES,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (isHeldBack) stepBack(child)
  let output = ''
  const collect = (chunk: Buffer) => {
    const text = chunk.toString()
    output += text
    for (const line of text.split('\n')) if (/Compiled|Generating static/.test(line)) report(line.trim())
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  const stop = stops.add(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const code = await exited
  await stop()
  if (code !== 0) throw new Error(`The build failed.\n${output}`)
  await makeBundles(distDir)
  writeFileSync(path.join(distDir, 'made-from'), madeFrom)
}

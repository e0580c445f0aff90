import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build as bundle, context, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import type { PhoneEntry, PhoneFiles } from '@/lib/platform/phone-files'
import { phoneWords } from './phone-words'
import { signsFile } from './signs'

/** Words of zod in forty languages, which nothing of ours says: a third of what the offline report would weigh. */
const withoutZodWords: Plugin = {
  name: 'without-zod-words',
  setup: (build) => {
    build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {}' }))
  },
}

/** In the browser zod may not even try to make code from text: the policy of our pages forbids it, and trying is reported. */
const zodWithoutCode: Plugin = {
  name: 'zod-without-code',
  setup: (build) => {
    build.onLoad({ filter: /zod[\\/]v4[\\/]core[\\/]core\.js$/ }, ({ path: file }) => ({
      contents: `${readFileSync(file, 'utf8')}\nglobalConfig.jitless = true`,
    }))
  },
}

/** What a page may load; an entry that is not written yet is left out. */
const PHONE_ENTRIES = ['lib/phone/main.ts', 'lib/phone/offline-app.tsx']
const WORKER = 'lib/phone/worker.ts'

/** Where our own bundles lie beside Next's. Development keeps its own, so that it never spoils a build, outside the folder that `next dev` empties. */
export function bundlesIn(distDir: string, mode: 'start' | 'dev'): { phone: string; server: string } {
  const directory = mode === 'dev' ? path.join(distDir, 'ours') : distDir
  return { phone: path.join(directory, 'phone'), server: path.join(directory, 'web-server') }
}

/** Scripts of worker pages and the web server, from source to files; with `dev` the scripts are made again as they change. */
export async function makeBundles(distDir: string, mode: 'start' | 'dev' = 'start'): Promise<void> {
  const { phone, server } = bundlesIn(distDir, mode)
  rmSync(server, { recursive: true, force: true })
  await bundle(serverOptions(server))
  rmSync(phone, { recursive: true, force: true })
  mkdirSync(phone, { recursive: true })
  const worker = await workerEntry()
  if (mode === 'start') {
    await bundle(phoneOptions(phone, worker))
    return
  }
  const watching = await context(phoneOptions(phone, worker))
  await watching.rebuild()
  await watching.watch()
}

/** Small and for old phones. Names carry a hash of the content, so that a phone may keep a file for good. */
function phoneOptions(outdir: string, worker: PhoneEntry): BuildOptions {
  return {
    entryPoints: PHONE_ENTRIES.filter((file) => existsSync(file)),
    outdir,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    target: 'es2020',
    platform: 'browser',
    charset: 'utf8',
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    // The setting for JSX and the short paths come from there.
    tsconfig: 'tsconfig.json',
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    logLevel: 'warning',
    plugins: [
      phoneWords,
      withoutZodWords,
      zodWithoutCode,
      {
        name: 'list-of-files',
        setup: (build) =>
          build.onEnd(({ metafile }) => {
            if (!metafile) return
            const files = { ...filesIn(metafile, writeSigns(outdir)), worker }
            writeFileSync(path.join(outdir, 'files.json'), JSON.stringify(files))
          }),
      },
    ],
  }
}

/** The service worker as text: its address carries its language and what it keeps (app/…/offline.js), so it is no file of its own. */
async function workerEntry(): Promise<PhoneEntry> {
  const { outputFiles } = await bundle({
    entryPoints: [WORKER],
    bundle: true,
    // Modules as service workers came years after everything else here.
    format: 'iife',
    write: false,
    minify: true,
    target: 'es2020',
    platform: 'browser',
    charset: 'utf8',
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  })
  return { src: '', files: [], text: outputFiles[0]?.text ?? '' }
}

function serverOptions(outdir: string): BuildOptions {
  return {
    entryPoints: { main: 'lib/web-server/main.ts', 'look-through': 'lib/files/apart/program.ts' },
    outdir,
    // The marker package throws outside a bundle of Next; its empty half is what a server gets.
    alias: { 'server-only': path.resolve('node_modules/server-only/empty.js') },
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    splitting: true,
    platform: 'node',
    target: 'node22',
    packages: 'external',
    conditions: ['react-server'],
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  }
}

/** Writes the pictograms under a name with a hash, too; says the address. */
function writeSigns(outdir: string): string {
  const signs = signsFile()
  const name = `signs-${createHash('sha256').update(signs).digest('hex').slice(0, 8)}.svg`
  writeFileSync(path.join(outdir, name), signs)
  return `/assets/${name}`
}

/** Each entry with everything it reaches, also what it imports only when needed, and the pictograms. */
function filesIn({ outputs }: Metafile, signs: string): PhoneFiles {
  const entries: Record<string, PhoneEntry> = { signs: { src: signs, files: [signs] } }
  for (const [file, { entryPoint }] of Object.entries(outputs)) {
    const name = PHONE_ENTRIES.find((entry) => entry === entryPoint)
    if (name === undefined) continue
    const reached = new Set<string>()
    const visit = (output: string) => {
      if (reached.has(output)) return
      reached.add(output)
      for (const { path: imported, external } of outputs[output]?.imports ?? []) if (!external) visit(imported)
    }
    visit(file)
    entries[path.parse(name).name] = {
      src: `/assets/${path.basename(file)}`,
      files: [...[...reached].map((output) => `/assets/${path.basename(output)}`), signs],
    }
  }
  return entries
}

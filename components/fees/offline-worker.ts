/** How long a line may hang before what is kept is shown instead. */
const PATIENCE_MS = 8_000

/**
 * The service worker of the checker of one language, as the text of a script. It sees nothing but the addresses under `base`
 * (its scope) and what their pages load: the network first, and only where that fails what was kept. The page kept is the one
 * without a question, fetched without cookies: no question stays on a phone. The name of the cache says nothing to who looks.
 * Leaving (Clear-Site-Data "storage") takes the worker and the cache away.
 */
export function offlineWorker(base: string, locale: string): string {
  return `const BASE=${JSON.stringify(base)},KEPT=${JSON.stringify(`pages-${locale}`)}
addEventListener('install',()=>skipWaiting())
addEventListener('activate',e=>e.waitUntil(clients.claim()))
addEventListener('message',e=>{if(Array.isArray(e.data&&e.data.keep))e.waitUntil(keep(e.data.keep))})
addEventListener('fetch',e=>{
  const {request}=e,{origin,pathname}=new URL(request.url)
  if(request.method!=='GET'||origin!==location.origin)return
  if(pathname===BASE&&request.mode==='navigate'||pathname===BASE+'/data.json')e.respondWith(fresh(request,pathname))
  else if(pathname.startsWith('/_next/static/'))e.respondWith(kept(request.url).then(hit=>hit||fetch(request)))
})
async function kept(url){return (await caches.open(KEPT)).match(url,{ignoreVary:true})}
async function fresh(request,pathname){
  const network=fetch(request),late=new Promise(done=>setTimeout(done,${PATIENCE_MS}))
  network.catch(()=>undefined)
  const answer=await Promise.race([network,late]).catch(()=>undefined)
  return answer||await kept(pathname)||network
}
async function keep(urls){
  const cache=await caches.open(KEPT),wanted=urls.map(url=>new URL(url,location.origin)).filter(url=>url.origin===location.origin)
  for(const {href,pathname} of wanted){
    if(pathname.startsWith('/_next/static/')&&await cache.match(href))continue
    const answer=await fetch(href,{credentials:'omit',cache:'no-cache'})
    if(!answer.ok||answer.redirected)return
    await cache.put(href,answer)
  }
  for(const {url} of await cache.keys())if(!wanted.some(({href})=>href===url))await cache.delete(url)
}
`
}

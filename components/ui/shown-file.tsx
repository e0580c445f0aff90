/** A picture that comes through the door at a moment's notice: the build knows nothing of it and no cache may have it. */
export function ShownPicture({ src, alt, isLarge = false }: { src: string; alt: string; isLarge?: boolean }) {
  return isLarge ? (
    // oxlint-disable-next-line nextjs/no-img-element -- the optimiser would keep a worker's picture in a cache and writes styles our policy refuses
    <img className="shown large" src={src} alt={alt} />
  ) : (
    // oxlint-disable-next-line nextjs/no-img-element -- the optimiser would keep a worker's picture in a cache and writes styles our policy refuses
    <img src={src} alt={alt} loading="lazy" width="160" height="120" />
  )
}

/** A player for a voice that somebody recorded; nothing is fetched before it is started. */
export function Player({ src, label }: { src: string; label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what a voice note says; a person's translation stands beside its message
    <audio className="shown noprint" controls preload="none" src={src} aria-label={label} />
  )
}

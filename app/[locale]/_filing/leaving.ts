export { pressedIn, readPressed, saysMore, type Pressed } from '@/lib/http/leaving'

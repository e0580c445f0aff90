import 'server-only'
export { roundingLot } from '@/lib/sealing/rounding-lot'

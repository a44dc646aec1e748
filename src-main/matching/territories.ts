import { fold } from '../spelling/folding.ts'

const everywhere = new Set(['', 'world', 'worldwide', 'the world', 'global', 'all', 'all territories', 'universe'])

const allOfIndia = new Set(['india', 'all india', 'all of india', 'all over india', 'pan india', 'bharat', 'national'])

/** The states of India and the parts that campaigns are sold in. */
const partsOfIndia = new Set(
  (
    'andhra pradesh,arunachal pradesh,assam,bihar,chhattisgarh,goa,gujarat,haryana,himachal pradesh,jharkhand,karnataka,kerala,madhya pradesh,maharashtra,manipur,meghalaya,' +
    'mizoram,nagaland,odisha,punjab,rajasthan,sikkim,tamil nadu,telangana,tripura,uttar pradesh,uttarakhand,west bengal,bengal,delhi,jammu and kashmir,ladakh,puducherry,chandigarh,' +
    'mumbai,north india,south india,east india,west india,north east,northeast'
  ).split(','),
)

/**
 * Tells whether two territories of a brand share ground: the same place, the whole world, or India and a state of it.
 *
 * Places that are not known here meet only themselves; empty is everywhere.
 */
export function territoriesMeet(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)]
  if (a === b || everywhere.has(a) || everywhere.has(b)) return true
  const inIndia = (place: string): boolean => allOfIndia.has(place) || partsOfIndia.has(place)
  return (allOfIndia.has(a) && inIndia(b)) || (allOfIndia.has(b) && inIndia(a))
}

import { nameSound, nameWords } from '../../spelling/nameSound.ts'

/** Cities under their older or other names. */
const others: Readonly<Record<string, string>> = {
  bombay: 'mumbai', bangalore: 'bengaluru', calcutta: 'kolkata', madras: 'chennai', poona: 'pune', gurgaon: 'gurugram', cochin: 'kochi', trivandrum: 'thiruvananthapuram',
  banaras: 'varanasi', benares: 'varanasi', kashi: 'varanasi', baroda: 'vadodara', mangalore: 'mangaluru', mysore: 'mysuru', calicut: 'kozhikode', allahabad: 'prayagraj',
  pondicherry: 'puducherry', trichur: 'thrissur', vizag: 'visakhapatnam', simla: 'shimla', cawnpore: 'kanpur', gauhati: 'guwahati', belgaum: 'belagavi', hubli: 'hubballi',
}

/** A city as it is known again: by its sound, whatever the script and whether it is called Bombay or Mumbai; the part before a comma counts. Empty where it is unknown. */
export function cityKey(city: string): string {
  const words = nameWords(city.split(',')[0] ?? '')
  return words.map(word => nameSound(others[word] ?? word)).join(' ')
}

import { fold } from '../spelling/folding.ts'

/** Words of skin, caste, faith and beauty, English and Roman Hindi: what a role says with them counts for nobody and against nobody. */
export const wordsNotCounted: Readonly<Record<'skin' | 'caste' | 'faith' | 'beauty', readonly string[]>> = {
  skin:
    ('fair,fair-skinned,light-skinned,dark-skinned,brown-skinned,black-skinned,white-skinned,pale-skinned,skinned,skin,skin tone,dusky,swarthy,pale,wheatish,complexion,complexioned,' +
      'fair-complexioned,gora,gori,gore,saanvla,saanwla,sanwla,sanwli,saanvli,saanwli,kaala,kaali,gehuan').split(','),
  caste:
    ('caste,high-caste,low-caste,lower-caste,upper-caste,casteless,brahmin,brahman,kshatriya,vaishya,shudra,dalit,harijan,untouchable,savarna,jaat,jati,rajput,baniya,bania,kayastha,maratha,' +
      'yadav,chamar,bhangi,obc,scheduled caste,scheduled tribe').split(','),
  faith:
    ('religion,religious,faith,hindu,muslim,islamic,moslem,christian,catholic,protestant,sikh,sardar,sardarni,jain,buddhist,parsi,parsee,zoroastrian,jew,jewish,atheist,hijab,hijabi,burqa,burka,turbaned,turban').split(','),
  beauty:
    ('beautiful,beauty,pretty,handsome,gorgeous,attractive,unattractive,good-looking,goodlooking,stunning,striking,lovely-looking,sexy,ugly,plain-looking,khoobsurat,khubsurat,sundar,sundari').split(','),
}

const notCounted = new Set(Object.values(wordsNotCounted).flat().map(fold))
const longest = Math.max(...[...notCounted].map(words => words.split(' ').length))

/** Whether a word, or several that belong together, speak of skin, caste, faith or beauty. */
export const isNotCounted = (words: string): boolean => notCounted.has(fold(words))

/**
 * A text without what it says of skin, caste, faith and beauty, and without given phrases of how somebody looks.
 *
 * A hyphenated word goes whole (fair-skinned); of words that belong together (skin tone) all go.
 */
export function withoutLooks(text: string, looks: readonly string[] = []): string {
  const plain = looks.filter(look => look.trim() !== '').reduce((left, look) => left.replaceAll(look, ' '), text)
  const words = plain.split(/(\s+)/u)
  for (let at = 0; at < words.length; at += 2) {
    for (let count = longest; count >= 1; count--) {
      const run = words.slice(at, at + 2 * count - 1).filter((_, place) => place % 2 === 0)
      if (run.length !== count || !isNotCounted(run.join(' '))) continue
      const end = /[.,;:!?)]+$/u.exec(run.at(-1) ?? '')?.[0] ?? ''
      words.fill('', at, at + 2 * count - 1)
      words[at] = end
      break
    }
  }
  return words.join('').replace(/\s+/gu, ' ').replace(/\s+([.,;:!?)])/gu, '$1').trim()
}

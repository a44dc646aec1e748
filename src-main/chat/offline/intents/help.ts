import type { Intent } from '../intent.ts'
import { paragraphs } from '../pen.ts'

/** Questions that show what can be asked, in both languages. */
const examples: Readonly<Record<'en' | 'hi', readonly string[]>> = {
  en: [
    'woman of forty who speaks Bhojpuri', 'who is free 3-9 March', "today's auditions", 'which roles have nobody', 'who is shortlisted for …', 'which holds are running out', 'how many scenes has …', 'on which page does … first speak',
    'who shares scenes with …', 'who is in scene 5', 'phone number of …', 'who could play …', 'compare … and … for …', 'put … on the short list for …', 'book … at 3 pm tomorrow', 'remember that …', 'what do you remember about …',
  ],
  hi: [
    'mujhe chalis saal ki aurat chahiye jo bhojpuri bole', 'kaun free hai kal', 'aaj kaun aa raha hai', 'kitne role bache hain', '… ke liye kaun shortlist hai', 'kiska hold khatam ho raha hai', '… ke kitne scene hain', '… pehli baar kis page par bolta hai',
    '… ke saath scene kis kis ke hain', 'scene 5 mein kaun hai', '… ka phone number', '… kaun kar sakta hai', '… aur … mein se … ke liye kaun', '… ko … ki short list mein daalo', '… ko kal 3 baje book karo', 'yaad rakhna …', '… ke baare mein kya yaad hai',
  ],
}

/** What can be asked of the records. */
export const help: Intent = {
  name: 'help',
  patterns: [
    { weight: 90, all: [['help']], roles: 0, people: 0 },
    // A greeting with nothing asked: what can be asked is the friendly answer.
    { weight: 12, all: [['greeting']], roles: 0, people: 0, none: ['want', 'who', 'which', 'show', 'women', 'men', 'people', 'speaks', 'language', 'age', 'free', 'session', 'claude'] },
  ],
  answer({ question: { language } }) {
    const head = language === 'en' ? 'From your records, without Claude, you can ask:' : 'Claude ke bina, aapke records se, aap yeh pooch sakte hain:'
    return { text: paragraphs(head, examples[language].map(example => `- ${example}`).join('\n')), detail: `${examples[language].length}` }
  },
}

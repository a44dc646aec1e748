import type { ActionLine } from './mentions.ts'
import { sentencesOf } from './sentences.ts'
import { describe } from './description.ts'
import { anyWord } from './words.ts'

const instruments = (
  'tabla dholak dhol harmonium sitar sarod sarangi flute bansuri shehnai tanpura veena mridangam ektara dafli nagada guitar piano ' +
  'violin drums keyboard trumpet saxophone accordion banjo cello harmonica ukulele'
).replaceAll(' ', '|')
const dances = (
  'kathak bharatanatyam odissi kuchipudi mohiniyattam kathakali manipuri sattriya lavani ghoomar garba bhangra giddha bihu chhau ' +
  'ballet salsa tango waltz flamenco hip-hop breakdance'
).replaceAll(' ', '|')
const size = '(?:(?!with|at|for|to|on)\\p{Ll}+[- ]){0,2}'
const alone = '(?!\\s+(?:boy|girl|man|woman|player|teacher|master|music|lesson))\\b'

const some = '(?:a|an|the|his|her)'
const riding = (what: string): RegExp => new RegExp(`\\brides\\s+${some}\\s+${size}(?:${what})\\b`, 'iu')

const practise = 'practises|practices'
const vehicles = 'car|truck|tractor|bus|auto|auto-rickshaw|rickshaw|taxi|jeep|van|lorry'

/** An act that a line of action shows, and the skill that an actor needs for it. `$1` in the skill stands for the word found. */
const acts: readonly { readonly act: RegExp; readonly skill: string }[] = [
  { act: new RegExp(`\\b(?:plays|playing|strums|${practise})\\s+${some}?\\s*${size}(${instruments})\\b${alone}`, 'iu'), skill: '$1' },
  { act: new RegExp(`\\b(?:dances|performs|stamps out|${practise})\\s+(?:${some}|some)?\\s*${size}(${dances})\\b`, 'iu'), skill: '$1' },
  { act: riding('motorcycle|motorbike|bike|bullet|enfield|scooter|scooty'), skill: 'motorcycle riding' },
  { act: riding('horse|mare|stallion|pony'), skill: 'horse riding' },
  { act: new RegExp(`\\bgallops\\s+(?:away\\s+)?on\\s+${some}\\s+${size}(?:horse|mare|stallion|pony)\\b`, 'iu'), skill: 'horse riding' },
  { act: riding('bicycle|cycle'), skill: 'cycling' },
  { act: riding('camel'), skill: 'camel riding' },
  { act: new RegExp(`\\bdrives\\s+${some}\\s+${size}(?:${vehicles})\\b`, 'iu'), skill: 'driving' },
  { act: /\bwrestles\b(?!\s+(?:with\s+)?(?:the|his|her|a|an|it|its)\b)/iu, skill: 'wrestling' },
  { act: /\b(?:swims|dives into the (?:river|water|sea|lake|pond|pool|ganga|ganges))\b/iu, skill: 'swimming' },
  { act: /\b(?:juggles)\b/iu, skill: 'juggling' },
  { act: /\b(?:sings|is singing)\b/iu, skill: 'singing' },
  { act: /\b(?:in sign language|signs with (?:his|her) hands)\b/iu, skill: 'sign language' },
  { act: /\b(?:skates|roller-skates)\b(?!\s+over)/iu, skill: 'skating' },
  { act: /\b(?:does|turns|performs)\s+(?:a\s+)?(?:cartwheels?|somersaults?|backflips?|back-flips?)\b/iu, skill: 'acrobatics' },
  { act: /\b(?:kushti ladta|kushti ladti|kushti lad raha|kushti lad rahi)\b/iu, skill: 'kushti' },
  { act: new RegExp(`\\b(${instruments})\\s+baja(?:ta|ti|te| raha| rahi)\\b`, 'iu'), skill: '$1' },
]

/** What somebody is, where being it takes a skill. */
const callings: readonly { readonly noun: RegExp; readonly skill: string }[] = [
  { noun: /\b(?:wrestler|pehlwan|pahalwan|pahelwan)$/iu, skill: 'wrestling' },
  { noun: /\b(?:dancer|danseuse)$/iu, skill: 'dancing' },
  { noun: /\b(?:singer|vocalist|qawwal)$/iu, skill: 'singing' },
  { noun: /\bboxer$/iu, skill: 'boxing' },
  { noun: /\b(?:musician)$/iu, skill: 'music' },
  { noun: /\b(?:acrobat|gymnast)$/iu, skill: 'acrobatics' },
  { noun: /\bmagician$/iu, skill: 'magic' },
  { noun: /\bswimmer$/iu, skill: 'swimming' },
  { noun: /\b(?:violinist|pianist|guitarist|drummer)$/iu, skill: 'music' },
]

/** What is not done, only wished, seen or spoken of. */
const notDone = new RegExp(anyWord(
  "not \\p{L}+n't never cannot tries try trying pretends? refuses wants? wishes dreams? imagines? remembers watches watching listens " +
  'listening sees hears looks asks tells says begs stops about if when while as who whose which that like photo photograph picture ' +
  'poster television tv radio screen',
), 'iu')

/** A skill that a line shows somebody to have, with the sentence that shows it. */
export interface ShownSkill {
  readonly character: string
  readonly skill: string
  readonly quote: string
}

/**
 * The skills that a line of action shows.
 *
 * The role must be the subject: the sentence begins with the name, names nobody else, and nothing between name and act
 * turns it into something seen, wished or refused. A calling counts where it stands for the person: "GEETA, a retired dancer,".
 */
export function skillsInAction(line: ActionLine): readonly ShownSkill[] {
  return [...actsOf(line), ...callingsOf(line)]
}

function actsOf(line: ActionLine): readonly ShownSkill[] {
  return sentencesOf(line.text).flatMap(sentence => {
    const end = sentence.start + sentence.text.length
    const here = line.mentions.filter(mention => mention.start >= sentence.start && mention.start < end)
    const [first] = here
    if (!first || first.start !== sentence.start || first.possessive || first.qualified) return []
    if (here.some(mention => mention.character !== first.character)) return []
    const rest = line.text.slice(first.end, end)
    return acts.flatMap(({ act, skill }) => {
      const found = act.exec(rest)
      if (!found || notDone.test(rest.slice(0, found.index))) return []
      const shown = skill.replace('$1', unshouted(found[1] ?? ''))
      return [{ character: first.character, skill: shown, quote: line.element.text.slice(sentence.start, end) }]
    })
  })
}

const unshouted = (word: string): string => (/\p{Ll}/u.test(word) ? word : word.toLowerCase())

function callingsOf(line: ActionLine): readonly ShownSkill[] {
  return line.mentions.flatMap(mention => {
    const description = describe(line, mention)
    const phrase = description?.phrases.slice(0, 3).find(part => /^an?\s/iu.test(part))
    const head = phrase?.split(/\s(?:of|in|with|who|that|from|whose|for|at|on|by|and)\s/iu)[0]
    const calling = head === undefined ? undefined : callings.find(({ noun }) => noun.test(head))
    return description && calling ? [{ character: mention.character, skill: calling.skill, quote: description.sentence }] : []
  })
}

const singing = new RegExp(`^\\(?\\s*${anyWord('singing sings gaate_hue gaati_hui गाते_हुए गाती_हुई')}`, 'iu')

/** The skill that a parenthetical shows: "(singing)". */
export const skillInParenthetical = (text: string): string | null => (singing.test(text) ? 'singing' : null)

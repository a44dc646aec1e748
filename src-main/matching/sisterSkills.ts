import { fold } from '../spelling/folding.ts'

/**
 * Skills that search finds together because they are of one kind, though none is another: who plays the dholak need not play the tabla.
 *
 * General knowledge of the field. Words between commas are one skill, a bar stands between sisters.
 */
const families: readonly string[] = [
  'karate | taekwondo | judo | kalaripayattu | silambam | kung fu | muay thai | thang-ta | gatka | wushu | kickboxing | jiu-jitsu | mma, mixed martial arts',
  'tabla | dholak | pakhawaj | dhol | mridangam | drum, drums',
  'khayal | thumri | dhrupad | gharana, raag',
  'ghazal | qawwali | sher-o-shayari, shayari, nazm, mushaira',
  'fencing | urumi | dandpatta, mardani khel',
  'polo | tent pegging',
  'juggling | tightrope | aerial | acrobat, acrobatics, gymnast, gymnastics',
  'parkour | high falls, falls | fight choreography',
]

const sisters: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  families.flatMap(family => {
    const skills = family.split('|').map(skill => skill.split(',').map(fold))
    return skills.flatMap((own, at) => {
      const others = new Set(skills.filter((_, other) => other !== at).flat())
      return own.map(word => [word, others] as const)
    })
  }),
)

/** Other words for a skill without those that are another skill of its kind; both folded. */
export const sameSkill = (name: string, alternatives: readonly string[]): readonly string[] => {
  const others = sisters.get(name)
  return others === undefined ? alternatives : alternatives.filter(word => !others.has(word))
}

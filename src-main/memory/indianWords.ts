import { romanOf } from '../../src-preload/contract/devanagari.ts'
import { fold, skeleton } from '../spelling/folding.ts'

/**
 * Words of Hindi and Marathi as a casting office writes them in Roman letters, and what they are in English.
 *
 * The encoder and most questions are English; a memory in Roman Hindi or Devanagari is found by what its words mean.
 */
const meanings = `
nahi nahin nai mat nako nahiye: not | kabhi kadhi: ever | hamesha nehmi: always | sirf fakt bas phakt: only | bahut bohot khup: very | thoda thode: little | zyada jyada jasta: more | kam kami: less
subah sakali sakal: morning | dopahar dupari: afternoon | shaam sandhyakali: evening | raat ratri: night | din divas: day | mahina mahine: month | saal varsh: year | hafta hafte athavda: week
kal udya: tomorrow | aaj: today | parso: day | jaldi lavkar: early | late ushira: late | pehle pahile: before first | baad nantar: after | tak paryant: until
somvar: monday | mangalvar: tuesday | budhvar: wednesday | guruvar: thursday | shukravar: friday | shanivar: saturday | ravivar itvar: sunday
paisa paise rupaye rupay: money | fees mehnatana: fee | mehenga mahag: expensive | sasta swast: cheap | lakh: lakh | hazar hajar: thousand | crore karod: crore | udhaar: credit
kaam kam: work | shooting shoot: shoot | pasand awadta avadta aavadta: like | napasand: dislike | chahiye pahije hava havi: need want | mana: refuse | inkaar: refuse
achha acha accha changla changli achhi acchi: good | bura kharab vait: bad | sabse: most | naya nayi navin: new | purana purani juna juni: old | chhota chota lahan: small | bada badi motha mothi: big | lamba lambi unch: tall | mota jaad: fat | patla barik: thin
awaaz awaz aavaj: voice | chehra chehera: face | baal kes: hair | dadhi: beard | mooch moochh mishi: moustache | aankh aankhen dole: eyes | rang: colour complexion | sanwla savla: dark | gora gori: fair
ghoda ghode ghoda: horse | ghudsawari: horse riding | gaadi gadi: car driving | tairna pohne pohana: swim | nach naach nachna nachne nritya: dance | gaana gane gana gaane: sing song | ladai maramari: fight | kushti: wrestling
bol bolta bolti bolte bola boli bole mhanala mhanali mhanale sangitla: say speak | bhasha: language | lehja boli ucchar: accent dialect | samajh samajhta samajhti: understand | padh padhna padhta padhti vachan: read | likh likhna: write | yaad athvan lakshat: remember memory
maa aai: mother | baap baba pita vadil: father | bhai bhau: brother | behen bahin: sister | beta mulga: son boy | beti mulgi: daughter girl | patni biwi bayko: wife | pati navra: husband | dost mitra: friend | dadi aaji: grandmother | dada ajoba nana: grandfather | baccha bachcha bacche mul: child | aurat stri bai: woman | aadmi mard purush manus: man | ladka: boy | ladki: girl | budhha budha mhatara: old man | gharwale: family
ghar: home house | gaon gav gaav: village | shahar: city | sheher: city | bahar baher: outside | dur door: far | paas javal: near | bombay mumbai: mumbai
bhookh upvas vrat upwas: fast fasting | mandir: temple | namaz: prayer | roza: fasting ramadan | chhutti sutti: holiday leave | shaadi lagna vivah: wedding | bimar aajari: ill | dard: pain | ghutna ghutne gudgha: knee | kamar kambar: back
bulao bulana bolavu bolva: call invite | phone: phone call | milna bhetne: meet | dikhana dakhva dikhao: show | bhejo bhejna pathav: send | dena dyava: give | lena ghyava: take | karna karta karti karte karto karat karne: do | jana jata jati jato: go | aana aata aati yeto yete: come | rehta rehti rahta rahti rahto rahte: live stay | banta banti: become
gussa raag: anger angry | pyar prem: love | darr dar bhiti: fear afraid | rona rota roti radne radto: cry | hasna hasta hasti hasne: laugh | khush anandi: happy | dukhi: sad | sharmila lajalu: shy | comedy vinodi mazaak: comedy funny
nirdeshak digdarshak: director | nirmata: producer | abhineta kalakar abhinetri: actor | bhumika kirdar patra: role character | nayak hero: lead hero | khalnayak: villain | natak rangmanch: theatre play | chitrapat film picture: film | kahani katha: story | samvad dialog: dialogue | audition: audition | chuna niwad: chosen | final pakka nakki: final confirmed
kapde kapade: clothes costume | khana jevan: food | mansahari: meat | shakahari: vegetarian | sharab daru: alcohol | cigarette dhumrapan: smoking | bold: bold | chumban: kiss kissing | pani: water | aag: fire | unchai: height heights | kutta kutra: dog | janwar prani: animal
akela ekta ekti akeli: alone | saath sobat sath: with together | jodi: pair | bhara: rent | bharosa vishwas: trust | samay waqt vel: time | intezar vaat: wait | tayyar tayar: ready | mushkil kathin: difficult | asaan sopa: easy | sawaal prashna: question | jawab uttar: answer reply | naam nav: name | umar umra vay: age
`

/** Words that hold Hindi and Marathi sentences together; two of them mark a Roman text as such. */
const joining = new Set((
  'hai hain tha thi the ho hoga hogi ko ka ki ke se mein me ne par pe aur ya lekin magar toh to bhi hi wo woh vo yeh ye is us jo jab tab agar kyunki kyon kya kaun kab kahan kaise ' +
  'mera meri mere apna apni apne unka unki uska uski uske unke iska hum tum aap main mujhe hume unhe use rakho rakhna raha rahi rahe gaya gayi gaye kar diya di diye liya wala wali wale ' +
  'aahe ahe aahet ahet ani aani cha chi che chya la tar pan pn mag hota hoti hote nahiye tila tyala tyacha ticha tyanchi mala majha majhi amhi tumhi kay kon kadhi kuthe kasa karan aplya aplyala asa ase asel'
).split(' '))

/** Joining words that are English words too, and so mark nothing. */
const english = new Set(['the', 'me', 'to', 'is', 'us', 'par', 'main', 'use', 'hi', 'ho', 'pan', 'tar', 'ya', 'ye', 'tab', 'kay', 'di', 'he', 'ase', 'kon', 'cha', 'che', 'la', 'ne', 'pe', 'tum', 'hum'])

/** The office's small dictionary from Hindi and Marathi to English. */
export interface IndianWords {
  /** English for a folded Roman word of a Hindi or Marathi text, itself left out; empty where it is not known. */
  english(word: string): readonly string[]
  /** Whether a text is in Hindi or Marathi, in Devanagari or in Roman letters. */
  isIndian(text: string): boolean
  /** Whether a folded Roman word joins a Hindi or Marathi sentence and says nothing by itself. */
  joins(word: string): boolean
}

/** Makes the dictionary; it takes about a millisecond. */
export function makeIndianWords(): IndianWords {
  const bySpelling = new Map<string, readonly string[]>()
  const bySound = new Map<string, readonly string[]>()
  for (const entry of meanings.split(/[|\n]/)) {
    const [spellings = '', means = ''] = entry.split(':').map(part => part.trim())
    if (means === '') continue
    for (const spelling of spellings.split(' ')) {
      const said = [...new Set([...(bySpelling.get(spelling) ?? []), ...means.split(' ')])]
      bySpelling.set(spelling, said)
      const sound = skeleton(spelling)
      if (spelling.length >= 4 && sound.length >= 3 && !bySound.has(sound)) bySound.set(sound, said)
    }
  }
  const lookUp = (word: string): readonly string[] =>
    bySpelling.get(word) ?? bySpelling.get(short(word)) ?? (word.length >= 4 && skeleton(word).length >= 3 ? bySound.get(skeleton(word)) : undefined) ?? []
  return {
    english: word => lookUp(word).filter(other => other !== word),
    isIndian(text) {
      if (/\p{Script=Devanagari}/u.test(text)) return true
      const words = fold(romanOf(text)).split(' ')
      const marks = words.filter(word => (joining.has(word) || bySpelling.has(word)) && !english.has(word)).length
      return marks >= 2 || (marks === 1 && words.length <= 3)
    },
    joins: word => joining.has(word),
  }
}

/** Devanagari in Roman letters has no long vowels: काम is "kam", शाम is "sham". */
const short = (word: string): string => word.replace(/aa/g, 'a').replace(/ee/g, 'i').replace(/oo/g, 'u')

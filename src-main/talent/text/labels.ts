/** What a label in a message announces; beyond the fields of a person, kinds that tell which of two values counts. */
export type Kind =
  | 'name' | 'screenName' | 'legalName' | 'gender' | 'playingRange' | 'age' | 'height' | 'city' | 'native' | 'languages' | 'skills' | 'training'
  | 'bio' | 'credits' | 'union' | 'representation' | 'coordinator' | 'born' | 'phone' | 'email' | 'fee' | 'links' | 'guardian' | 'other'

/** A label as it is written, folded to lower case, and what it announces. `medium` is added to a credit that stands under it. */
export interface Label {
  readonly kind: Kind
  readonly medium: string
}

const words: Readonly<Record<Kind, string>> = {
  name: 'name|full name|artist name|artiste name|actor name|actress name|actors name|model name|talent name|child name|kid name|kids name|baby name|candidate name|artist|naam|nam|nav|नाम|नाव|पूरा नाम|my name',
  screenName: 'screen name|stage name|professional name',
  legalName: 'legal name|real name|name as per aadhar|name as per aadhaar|name as per pan|name as per passport|passport name',
  gender: 'gender|sex|ling|लिंग',
  playingRange: 'playing age|playing range|playing age range|age range|age bracket|age group|screen age|look age|looking age|portrayable age|can play|plays|play age|on screen age',
  age: 'age|actual age|real age|current age|umar|umr|umra|aayu|vay|vayu|उम्र|उमर|आयु|वय',
  height: 'height|ht|hgt|hight|heigth|kad|kadh|lambai|unchi|oonchai|कद|क़द|लंबाई|लम्बाई|ऊंचाई|ऊँचाई|उंची|उंचाई',
  city: 'location|current location|present location|loc|city|current city|based|based in|based at|base|place|currently in|currently at|current base|residence|residing|residing in|staying|staying at|living in|lives in|address|add|current address|shehar|shahar|pata|thikana|शहर|पता|ठिकाण|राहणार|निवास|स्थान',
  native: 'native|native place|hometown|home town|from|originally from|gaon|gaav|gaanv|गांव|गाव|मूल',
  languages: 'languages|language|languages known|language known|lang|langs|languages spoken|language spoken|other languages|known languages|mother tongue|speaks|speak|fluent in|bhasha|bhashayen|bhashaen|dialect|dialects|भाषा|भाषाएं|भाषाएँ|भाषायें|मातृभाषा|बोली',
  skills: 'skills|skill|special skills|special skill|skill set|other skills|hobbies|hobby|interests|extra curricular|extra skills|talents|special talent|special talents|abilities|shauk|shouk|dance|dance forms|sports|कौशल|शौक|हुनर|छंद',
  training: 'training|trained|trained at|trained from|trained in|trained under|acting training|acting course|acting school|acting workshop|workshop|workshops|acting workshops|education|qualification|institute|course|प्रशिक्षण|शिक्षा|शिक्षण',
  bio: 'look|looks|appearance|about|about me|bio|profile summary|summary|objective|career objective|intro about|description|परिचय',
  credits: 'experience|exp|acting experience|work experience|credits|credit|work|works|work done|worked in|recent work|previous work|past work|earlier work|projects|project|projects done|kaam|filmography|notable work|known for|seen in|done|portfolio work|काम|अनुभव|कामाचा अनुभव',
  union: 'cintaa|cintaa card|cintaa card holder|cintaa no|cintaa number|cintaa id|cintaa member|cintaa membership|union|union card|artist card|artist card no|artist card number|card|card no|fwice card',
  representation: 'agency|agent|manager|managed by|represented by|talent manager|management|reference|ref|referred by|through',
  coordinator: 'co-ordinator|coordinator|co ordinator|coord|co-ord|coordinator name',
  born: 'dob|d.o.b|d.o.b.|date of birth|birth date|born|born on|janm tithi|जन्म तिथि|जन्मतिथि|जन्म तारीख',
  phone: 'phone|phone no|phone number|ph|ph no|contact|contact no|contact number|contact nos|contact details|contact info|cont|cont no|mobile|mobile no|mobile number|mob|mob no|cell|whatsapp|whatsapp no|whatsapp number|watsapp|wa|call|call me|call on|call at|tel|telephone|number|no|num|my number is|my no|my number|फोन|फ़ोन|मोबाइल|मोबाईल|संपर्क|सम्पर्क|मो|फोन नंबर|मोबाइल नंबर|नंबर',
  email: 'email|e-mail|e mail|mail|mail id|email id|e-mail id|email address|gmail|ईमेल',
  fee: 'budget|fee|fees|rate|charges|per day|perday|per day charges|per day fee|per day budget|day rate|remuneration|price|quote|expected budget|commercials|payment|cost|फीस|मानधन',
  links: 'insta|instagram|insta id|instagram id|insta handle|instagram handle|insta link|instagram link|ig|insta profile|facebook|fb|youtube|you tube|twitter|linkedin|imdb|imdb link|website|web site|showreel|show reel|reel|reels|intro|introduction|intro video|introduction video|intro link|introduction link|monologue|monologues|audition|audition link|audition clip|portfolio|portfolio link|profile link|drive link|link|links|videos|video link|pics|photos|pictures|photos link|social media',
  guardian: 'mother no|father no|mother contact|father contact|mothers contact|fathers contact|parent contact|parents contact|mother number|father number|mother mobile|father mobile|guardian|guardian contact|mother name|father name|mothers name|fathers name|parent|parents',
  other: 'weight|wt|vajan|hair|hair colour|hair color|eyes|eye colour|eye color|complexion|skin tone|skin|colour|shoe|shoe size|shoes|waist|chest|bust|hips|bust waist hips|measurements|measurement|size|body type|built|passport|passport no|marital status|blood group|nationality|available|availability|dates|tattoo|tattoos|religion|caste|pincode|pan|aadhar|aadhaar|declaration|note|notes|remarks|profile|वजन',
}

/** Labels of credits that also say what kind of work it was. */
const media: readonly (readonly [medium: string, labels: string])[] = [
  ['ad', 'ads|ad|tvc|tvcs|tv ads|ads done|ad films|ad film|commercial|commercials done|tv commercials|tv commercial|advertisements|advertisement|print ads|digital ads|brands|विज्ञापन|जाहिरात'],
  ['film', 'films|film|movies|movie|feature films|feature film|bollywood|cinema|फिल्म|फिल्में|चित्रपट|सिनेमा'],
  ['short film', 'short films|short film|shorts'],
  ['series', 'web series|webseries|web|ott|series|web shows|web show|वेब सीरीज'],
  ['television', 'tv|tv shows|tv show|tv serials|tv serial|serial|serials|television|daily soaps|shows|धारावाहिक|मालिका|सीरियल'],
  ['theatre', 'theatre|theater|theatre experience|plays done|stage|natak|drama|naatak|rangmanch|nukkad natak|नाटक|रंगमंच|थिएटर'],
  ['music video', 'music videos|music video|album|albums|songs'],
]

const table: ReadonlyMap<string, Label> = new Map<string, Label>([
  ...(Object.keys(words) as Kind[]).flatMap(kind => words[kind].split('|').map((word): [string, Label] => [word, { kind, medium: '' }])),
  ...media.flatMap(([medium, labels]) => labels.split('|').map((word): [string, Label] => [word, { kind: 'credits', medium }])),
])

/** Labels that say what they mean without a colon, where something follows: `age 28`, `height 5'7`. */
const bareWords = new Set(
  (
    'name|naam|screen name|age|umar|umr|playing age|age range|age group|height|ht|kad|language|languages|languages known|lang|location|city|based in|gender|'
    + 'contact|contact no|contact number|mobile|mobile no|mob|mob no|phone|phone no|ph|call|call me|call on|whatsapp|whatsapp no|number|no|email|insta|instagram|insta id|'
    + 'ads|tvc|films|rate|budget|speak|speaks|fluent in|trained at|trained from|trained in|trained under|managed by|skills|cintaa|weight|wt|dob|hobbies|showreel|bhasha|मो|उम्र|कद|भाषा'
  ).split('|'),
)

/** What a label announces; null where the words are none. Case, inner dots and doubled spaces do not matter. */
export function labelNamed(text: string): Label | null {
  const folded = text.toLowerCase().replace(/[.’']+/gu, match => (match === '.' ? '.' : '')).replace(/\s+/gu, ' ').trim()
  return table.get(folded) ?? table.get(folded.replace(/[.]/gu, '').trim()) ?? null
}

/** The letters with which labels begin, up to their first sign; in `mother's no` they end before the apostrophe. */
const beginnings = new Set([...table.keys()].flatMap(key => {
  const letters = /^[\p{L}\p{M}]*/u.exec(key)?.[0] ?? ''
  return [letters, letters.replace(/s$/u, '')]
}))

/** Whether a label can begin with these letters: looked at before {@link labelNamed}, which costs more. */
export const mayBeginLabel = (letters: string): boolean => beginnings.has(letters.toLowerCase())

/** Whether a label is one without any sign after it. */
export const isBare = (text: string): boolean => bareWords.has(text.toLowerCase().replace(/[.']/gu, '').replace(/\s+/gu, ' ').trim())

/** The most words that a label has. */
export const longestLabel = 5

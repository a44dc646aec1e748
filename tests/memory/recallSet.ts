/**
 * The set that recall is measured on: 200 memories of an invented office and 60 questions, all made up for it before anything was tuned.
 *
 * Twenty questions, marked `aside`, are never looked at while tuning.
 */

/** The people of the set, by a short key; nobody of these exists. */
export const people: Readonly<Record<string, string>> = {
  asha: 'Asha Rane', vikram: 'Vikram Dhole', meera: 'Meera Kulkarni', sulabha: 'Sulabha Patankar', iqbal: 'Iqbal Mistry', farida: 'Farida Contractor', devnath: 'Devnath Rai',
  tanvi: 'Tanvi Shinde', rohan: 'Rohan Bhosale', padma: 'Padma Venkatesan', gurpreet: 'Gurpreet Sandhu', nasreen: 'Nasreen Ansari', ashak: 'Asha Kelkar', ganesh: 'Ganesh Wagh',
}

/** The productions of the set; `C` is at hand in every question that does not say otherwise. */
export const productions: Readonly<Record<string, string>> = { C: 'Chaand Ke Paar', G: 'Ghat Number Nine', M: 'Maati Ki Mehak' }

/** One memory: its key, kind (e, s, p), production (- everywhere), people, fate (live, closed, expired, forgotten), and its sentence. */
const lines = `
m1 s - asha live Asha Rane teaches dance on Friday evenings and cannot shoot then
m2 s - asha live Asha Rane asks for the script a week before she reads
m3 s - asha live Asha Rane charges thirty thousand a day since her last series
m4 s - asha closed Asha Rane charges fifteen thousand a day
m5 e C asha live Asha Rane cried for real in the hospital scene and the room went silent
m6 e C asha live Asha Rane was put on the short list for KAMALA
m7 s - asha live Asha Rane is allergic to horses
m8 s - ashak live Asha Kelkar does only one project at a time
m9 s - ashak live Asha Kelkar sings Natya Sangeet and likes to be asked for it
m10 s - ashak live Asha Kelkar lives with her mother in Thane and leaves by eight
m11 s - vikram live Vikram Dhole has a bad knee and takes no fights or falls
m12 s - vikram live Vikram Dhole never reads comedy on tape, only in the room
m13 e C vikram live Vikram Dhole came an hour late to the first round without a call
m14 e G vikram live Vikram Dhole forgot his lines twice in the police station scene
m15 s - vikram live Vikram Dhole wants his agent copied on every mail
m16 s - vikram expired Vikram Dhole is in Leh without a phone
m17 s - meera live Meera Kulkarni speaks Varhadi like her grandmother did
m18 s - meera live Meera Kulkarni will not do kissing scenes
m19 s - meera closed Meera Kulkarni refuses all night shoots
m20 e C meera live Meera Kulkarni and Rohan Bhosale had the best pair reading of the day
m21 e C meera live The director called Meera Kulkarni too urban for the village teacher
m22 s - meera live Meera Kulkarni is writing a play of her own until Diwali
m23 s - sulabha live Sulabha Patankar needs a chair and a short day because of her back
m24 s - sulabha live Sulabha Patankar brings her own nauvari saree for mother parts
m25 s - sulabha live Sulabha Patankar hears badly on the left side
m26 e M sulabha live Sulabha Patankar made the whole crew laugh at the wedding table reading
m27 s - iqbal live Iqbal Mistry boxes every morning and comes only after ten
m28 s - iqbal live Iqbal Mistry fasts in Ramadan and reads better before noon then
m29 s - iqbal live Iqbal Mistry will shave his beard for a lead but not for a day part
m30 e G iqbal live Iqbal Mistry walked out of the audition when the sides were changed
m31 s - farida live Farida Contractor reads without glasses only in large print
m32 s - farida live Farida Contractor has perfect comic timing in Gujarati
m33 s - farida forgotten Farida Contractor is in the middle of a divorce
m34 s - farida live Farida Contractor wants a car with a driver
m35 s - devnath live Devnath Rai handles horses and tongas since childhood
m36 s - devnath live Devnath Rai takes no calls before eleven
m37 s - devnath live Devnath Rai cannot read Devanagari quickly, send him a recording of the lines
m38 e C devnath live Devnath Rai sang an old Birha and got RAMDIN on the spot
m39 s - devnath live Devnath Rai returns to Varanasi for the harvest every March
m40 s - tanvi live Tanvi Shinde is seventeen, her father signs everything
m41 s - tanvi live Tanvi Shinde has board examinations in February
m42 s - tanvi live Tanvi Shinde swims for the state
m43 e C tanvi live Tanvi Shinde froze in front of the camera but was brilliant in the corridor
m44 s - rohan live Rohan Bhosale improvises too much, ask him for one take as written
m45 s - rohan live Rohan Bhosale drives a truck and has the licence for it
m46 s - rohan live Rohan Bhosale is a vegetarian and eats before seven
m47 e G rohan live Rohan Bhosale asked for twice the fee on the day of the shoot
m48 s - rohan expired Rohan Bhosale is growing his hair for a period film
m49 s - padma live Padma Venkatesan learns Hindi lines by ear and needs two days
m50 s - padma live Padma Venkatesan choreographs and would do both jobs
m51 s - padma live Padma Venkatesan flies in from Chennai, pay for the ticket
m52 e M padma live Padma Venkatesan danced barefoot on hot stone without a complaint
m53 s - gurpreet live Gurpreet Sandhu wears his turban in every part
m54 s - gurpreet live Gurpreet Sandhu is free only after the wedding season
m55 s - gurpreet live Gurpreet Sandhu laughs during sad scenes when he is nervous
m56 s - nasreen live Nasreen Ansari reads Urdu poetry better than anybody we know
m57 s - nasreen live Nasreen Ansari does not smoke, not even a prop cigarette
m58 e C nasreen live Nasreen Ansari was held for the qawwali singer until the tenth
m59 s - nasreen live Nasreen Ansari answers messages at night only
m60 s - ganesh live Ganesh Wagh climbs trees and coconut palms without a rope
m61 s - ganesh live Ganesh Wagh stammers a little until he is in the part
m62 e M ganesh live Ganesh Wagh broke the clay pot over his own head and stayed in character
m63 s - asha live Asha ko subah jaldi bulao, shaam ko awaaz baith jaati hai
m64 s - vikram live Vikram ki gaadi kharab hai, station se lene kisi ko bhejo
m65 s - meera live Meera ko kutte se darr lagta hai
m66 s - iqbal live Iqbal paise ki baat sirf phone par karta hai
m67 s - devnath live Devnath ji ghode ke saath bahut achhe hain par paani se darte hain
m68 s - tanvi live Tanvi ke pita hamesha audition mein saath baithte hain
m69 s - rohan live Rohan sharab wale scene nahi karega
m70 s - nasreen live Nasreen namaz ke samay break leti hai, schedule mein jagah rakho
m71 s - gurpreet live Gurpreet Hindi theek bolta hai lekin Punjabi lehja rehta hai
m72 s - sulabha live Sulabha tai la unhaat shooting nako, tyanna chakkar yete
m73 s - ganesh live Ganesh la kushti yete, to gavat talmit jato
m74 s - farida live Farida ben ko gharwale shaam ko lene aate hain, der mat karo
m75 s - asha live आशा राणे को घुटने में दर्द है, सीढ़ियों वाला सीन मत दो
m76 s - meera live मीरा कुलकर्णी मराठी नाटक के दौरे पर जाती है
m77 s - vikram live विक्रम ढोले को मिर्ची से एलर्जी है
m78 s - sulabha live सुलभा पाटणकर यांना दुपारी विश्रांती लागते
m79 s - ganesh live गणेश वाघ रात्री शूटिंग करत नाही
m80 s - tanvi live तन्वी शिंदे को ऊंचाई से डर लगता है
m81 s - nasreen live नसरीन अंसारी ग़ज़ल गाती हैं और हारमोनियम बजाती हैं
m82 s - iqbal live इक़बाल मिस्त्री को सच बोलना पसंद है, उसे सीधे जवाब दो
m83 p - - live Send sides to agents as PDF only, never as Word
m84 p - - live Never call talent before ten in the morning
m85 p - - live Children read first, and never after six in the evening
m86 p - - live Every short list goes to the director with the unknown names on top
m87 p - - live Ask for two takes, one as written and one free
m88 p - - live For mothers, look among theatre people before television
m89 p - - live Write the release message in Hindi and thank them by name
m90 p - - live Put a buffer of ten minutes after every fourth slot
m91 p - - live Do not discuss money in the audition room
m92 p - - live For dialect parts always ask for a voice note first
m93 p - - closed Send the weekly report on Mondays
m94 p - - live Send the weekly report to the producer on Thursday night
m95 p - - live Pair readings are done after lunch when both are warm
m96 p - - live Hold at most two people for one part, and tell the second so
m97 p - - live Nobody is turned down by message on a festival day
m98 p - - live Kisi bhi actor ko bina parchi ke script mat do
m99 p - - live Naye logon ko pehle chai pilao phir padhne do
m100 p - - live दिग्दर्शकांना यादी पाठवण्याआधी मला दाखवा
m101 s C - live The director wants no known faces for the village
m102 s C - live The director dislikes beards on young men
m103 s C - live The producer pays no more than four lakh for the whole supporting cast
m104 s C - live The film will be shot with sync sound, so voices matter
m105 s C - live RAMDIN must be able to drive a tonga himself
m106 s C - live KAMALA should be older than the script says, about forty
m107 s C - closed KAMALA should be under thirty
m108 s C - live The boy and RAMDIN need the same eyes
m109 s C - live The dialect of the village is Bundeli, not Bhojpuri
m110 s C - live The costume designer needs measurements three weeks before the shoot
m111 s C - live The river scenes are shot in January, all must bear cold water
m112 s C - live The director of photography is two metres tall and prefers tall women
m113 s C - live Director ko natural log chahiye, makeup kam se kam
m114 s C - live Producer ka beta ek chhota role karega, uske saath sambhal ke
m115 s C - live निर्देशक को धीमी आवाज़ वाले कलाकार पसंद हैं
m116 s C - expired The callback room in Andheri is free
m117 s C - live The second lead must sing live on the set
m118 s C - live The intimacy coordinator reads every script page with touch in it
m119 s C - live The platform insists on a woman in the role of the inspector
m120 s C - live Nobody with a running soap contract can play the lead
m121 e C - live The first round was held in the school hall and the echo ruined the tapes
m122 e C - live The director saw all the tapes on Sunday and kept seven
m123 e C - live We lost two days when the casting assistant fell ill
m124 e C - live The producer changed the age of the inspector to fifty
m125 e C - live The writer cut the role of the postman in the blue draft
m126 s G - live The director of the ghat film wants real boatmen beside the actors
m127 s G - live The police inspector must speak Maithili
m128 s G - live The producer wants a star for the priest and has six weeks to find one
m129 s G - live Night shoots on the river for three weeks, all must swim
m130 s G - live The widow's hair will be cut on camera
m131 s G - live The budget for crowd is two hundred people a day
m132 e G - live The first priest fell out with the director over a pause
m133 e G - live Fifty boatmen came to the open call at the steps
m134 s G - closed The widow wears a wig
m135 s G - live The director dislikes beards and wants clean faces
m136 s M - live The potter must really turn the wheel
m137 s M - live All women of the family speak Ahirani
m138 s M - live The grandmother should be a real farmer, not an actor
m139 s M - live The composer chooses the singer, not casting
m140 s M - live The shoot waits for the rain
m141 e M - live The potter of the village was cast after a chat at the tea stall
m142 s M - live The producer is a teetotaller and wants no drinkers on the set
m143 s M - forgotten The lead asked for a loan from the producer
m144 s M - live The child needs a teacher on the set every day
m145 s - - live Mohan of the Star agency answers within the hour
m146 s - - live The Star agency takes fifteen percent and bills in dollars
m147 s - - live Bluebird Talent has the best child actors in Pune
m148 s - - closed Bluebird Talent is run by Mrs Sen
m149 s - - live Bluebird Talent is run by Mr Lobo now
m150 s - - live The studio in Goregaon has no parking
m151 s - - live The studio in Bandra has the quietest room for tapes
m152 s - - live The lift in our building stops at nine in the evening
m153 s - - live Kishore repairs the camera and comes the same day
m154 s - - live Stage actors of Prithvi are free on Mondays
m155 s - - live Union cards are checked by Shirin, not by us
m156 s - - live The insurance does not cover stunts by actors over sixty
m157 s - - live Lunch for auditions comes from Trupti, order by eleven
m158 s - - live Our wifi breaks down when it rains, keep the tapes on a disk
m159 s - - live The dialect coach for Bundeli is Ramsevak
m160 s - - live The horse trainer wants half of the money before
m161 s - - live Minors need a permit from the collector, it takes three weeks
m162 s - - live Deaf actors are found through the Indie Signers group
m163 s - - live The drama school in Delhi shows its graduates in May
m164 s - - live Our lawyer reads contracts on Wednesdays
m165 s - - live Old tapes lie on the blue disk, by year
m166 s - - live The translator for Bengali scripts is Mrs Dutta
m167 s - - live Fight rehearsals are with master Shyam in Malad
m168 s - - live The photographer wants natural light, so portraits before four
m169 s - - live For twins we have a list of eleven pairs
m170 s - - live Dwarf actors object to comic parts, ask first
m171 s - - live The accountant pays on the fifth of each month
m172 s - - live Ads pay double for a buyout of two years
m173 s - - live Trupti ka khana bahut teekha hai, kam mirchi bolna
m174 s - - live Studio ka chaabi watchman Pandey ke paas rehta hai
m175 s - - live बरसात में गोरेगांव स्टूडियो में पानी भरता है
m176 s - - live Ganpati mein koi session mat rakho
m177 s - - live Diwali ke hafte agent phone nahi uthate
m178 e - - live We cast the whole lehnga commercial in one evening
m179 e - - live The Lonavala workshop brought us four new faces
m180 e - - live The monsoon open call had nine hundred people in the lane
m181 e - - live A fake casting agent used our name in Nagpur
m182 e - - live The lost hard disk was found in the taxi of Abdul
m183 e - - live Nandita left the office and Farhan took over the day players
m184 e - asha live Asha Rane sent flowers after she lost the part of the nurse
m185 e - vikram live Vikram Dhole lost ten kilos for the wrestler and did not get it
m186 e - padma live Padma Venkatesan taught our two assistants to fold a saree
m187 e - gurpreet live Gurpreet Sandhu came with his whole family to the callback
m188 e - iqbal live Iqbal Mistry knocked the camera over in the fight rehearsal
m189 e - farida live Farida Contractor remembered every word of a play from forty years ago
m190 e - ganesh live Ganesh Wagh waited six hours in the rain and still read well
m191 e - tanvi live Tanvi Shinde won the state medal in butterfly
m192 e - meera live Meera Kulkarni turned down the soap because of the script
m193 e - sulabha live Sulabha Patankar fainted in the heat at the outdoor shoot
m194 s - rohan live Rohan Bhosale plays the dholki
m195 s - nasreen live Nasreen Ansari has a scar on the chin that shows in close shots
m196 s - devnath live Devnath Rai has no bank account, pay his nephew
m197 s - ganesh live Ganesh Wagh is related to the sound man
m198 s - padma live Padma Venkatesan eats nothing from the street
m199 s - gurpreet live Gurpreet Sandhu rides a motorcycle and a horse
m200 s - iqbal live Iqbal Mistry plays older than he is when he is tired
`

/** A memory of the set. */
export interface SetMemory {
  readonly key: string
  readonly kind: 'episodic' | 'semantic' | 'procedural'
  readonly production: string | null
  readonly people: readonly string[]
  readonly fate: 'live' | 'closed' | 'expired' | 'forgotten'
  readonly text: string
}

/** The 200 memories. */
export const memories: readonly SetMemory[] = lines.trim().split('\n').map(line => {
  const [key = '', kind = '', production = '', who = '', fate = '', ...words] = line.split(' ')
  const kinds = { e: 'episodic', s: 'semantic', p: 'procedural' } as const
  return {
    key, kind: kinds[kind as keyof typeof kinds], production: production === '-' ? null : production, people: who === '-' ? [] : who.split(','),
    fate: fate as SetMemory['fate'], text: words.join(' '),
  }
})

/** A question: language (en, rh Roman Hindi, hi Devanagari Hindi, mr Marathi), what kind of question, and the keys of memories that answer it (none: nothing does). */
export interface SetQuestion {
  readonly text: string
  readonly language: 'en' | 'rh' | 'hi' | 'mr'
  readonly kind: 'direct' | 'paraphrase' | 'person' | 'place' | 'nothing'
  readonly answers: readonly string[]
  readonly aside: boolean
  readonly production: string | null
}

const asked = `
en direct m1 | Can Asha Rane shoot on Friday?
en person m3 | What is Asha Rane's fee per day?
en paraphrase m11 | Would Vikram do an action sequence?
en direct m18 | Does Meera do kissing scenes?
en paraphrase m20 | Who read well together with Rohan?
en paraphrase m23 | What must we arrange on the set for Sulabha's back?
en direct m36 | When can I call Devnath?
en paraphrase m37 | How should Devnath get his lines?
en person m40 | Who signs for Tanvi?
en paraphrase m41 | Is Tanvi busy with school exams?
en paraphrase m45 | Which actor can drive a truck?
en paraphrase m53 | Will Gurpreet take off his turban?
en direct m57 | Does Nasreen smoke?
en paraphrase m60 | Who can climb a palm tree?
en paraphrase m83 | In which format do agents get the sides?
en paraphrase m85 | How late may a child actor read?
en direct m91 | May we talk about money in the audition room?
en paraphrase m92 | How do we test somebody for a dialect part?
en direct m94 | When is the weekly report sent to the producer?
en place m102 | What does the director think of beards?
en place m105 | What must RAMDIN be able to do?
en place m106 | How old should KAMALA be?
en place m109 | Which dialect do they speak in the village?
en place m103 | How much money is there for the supporting cast?
en paraphrase m145 | Which agency answers fast?
en direct m149 | Who runs Bluebird Talent?
en paraphrase m150 m175 | Can I park at the Goregaon studio?
en paraphrase m161 | How long does a permit for a child take?
en paraphrase m165 | Where do we keep the old tapes?
en person m13 | Was Vikram late for the first round?
en person m47 | What did Rohan ask for in Ghat Number Nine?
en paraphrase m159 | Who teaches Bundeli?
rh direct m63 | Asha ko kab bulana hai, subah ya shaam?
rh direct m65 | Meera ko kis cheez se darr lagta hai?
rh paraphrase m69 | Rohan daru peene wala scene karega?
rh direct m68 m40 | Tanvi ke saath audition mein kaun aata hai?
rh direct m176 | Ganpati mein session rakh sakte hain?
rh paraphrase m174 | Studio ki chaabi kiske paas hai?
hi direct m75 | आशा राणे को क्या दर्द है?
hi direct m80 | तन्वी को किससे डर लगता है?
hi direct m115 | निर्देशक को कैसी आवाज़ पसंद है?
mr direct m79 | गणेश वाघ रात्री शूटिंग करतो का?
mr direct m73 | Ganesh la kushti yete ka?
en paraphrase m65 | Is Meera afraid of dogs?
en paraphrase m79 | Does Ganesh Wagh shoot at night?
en paraphrase m113 | Does the director want much makeup?
rh paraphrase m28 | Iqbal roza rakhta hai kya?
hi paraphrase m35 m67 | देवनाथ राय घोड़ा चला सकते हैं?
mr paraphrase m72 m193 | सुलभा पाटणकर यांना उन्हात शूटिंग चालेल का?
en person m9 | What does Asha Kelkar like to sing?
en nothing - | What is the capital of Portugal?
en nothing - | Which lens did we rent for the drone?
en nothing - | Has Kabir Bedi sent his passport?
en nothing - | How many pages does the third draft have?
en nothing - | Who repairs the air conditioner of the van?
rh nothing - | Kal cricket match kaun jeeta?
hi nothing - | आज मौसम कैसा है?
en nothing - | Where is Farida's marriage certificate?
en nothing - | Does Tanvi play the violin?
mr nothing - | पुण्याची बस किती वाजता सुटते?
`

/** Every third question is kept aside. */
export const questions: readonly SetQuestion[] = asked.trim().split('\n').map((line, at) => {
  const [head = '', text = ''] = line.split(' | ')
  const [language = '', kind = '', ...answers] = head.split(' ')
  return {
    text, language: language as SetQuestion['language'], kind: kind as SetQuestion['kind'], answers: answers.filter(key => key !== '-'), aside: at % 3 === 2, production: 'C',
  }
})

/**
 * What the words of a question mean, English and Roman Hindi: a concept, and the words or phrases that say it.
 *
 * A phrase goes before its single words; `^` stands for the beginning of the question, `$` for its end. Words that are nearly spelt so count too
 * (see marks.ts), Devanagari is read as it sounds.
 */
export const lexicon = {
  who: 'who, whom, whos, whose, anyone, anybody, someone, somebody, kaun, kon, koun, kaun kaun, kon kon, kis, kiska, kiski, kiske, kisko, kisne, kinka, kinki, kinke, kis kis, kaunsa kalakar',
  when: 'when, what time, at what time, kab, kitne baje, kis din, which day',
  where: 'where, kahan, kaha, kidhar',
  howMany: 'how many, how much, number of, count of, count, total, kitne, kitni, kitna, kitney, ginti',
  free: 'free, available, availability, khali, khaali, mil sakta, mil sakti, mil sakte, can come, could come, aa sakta, aa sakti, aa sakte, milega, milegi, fursat, farig, can make it, can make, not busy, busy, vyast nahi, kaam nahi',
  come: 'coming, coming in, comes in, aa raha, aa rahe, aa rahi, aayega, aayegi, aayenge, aane wala, aane wali, aane wale, aata, is in, are in',
  session: "audition, auditions, session, sessions, schedule, slot, slots, callback, callbacks, reading, reads, read for, appointments, whats on, what is on, what on, what do we have, whats happening, kya kya hai, kya hai aaj, program, karyakram, pre read, chemistry read",
  progress: 'how far, progress, kahan tak, kya chal raha, chal raha hai, how are we doing, how is it going, status, bache, bacha, bachi, baki, baaki, remaining, left to cast, kitna hua, kitna kaam hua, haal, stands it, coming along, kahan tak pahunchi, kahan tak pahuncha, pahunchi, pahuncha',
  nobody: 'nobody, no one, noone, koi nahi, koi nahin, koi bhi nahi, without anyone, without anybody, vacant, uncast, still open, abhi khali, not cast, empty, nahi mila, nahin mila, unfilled, has no one, without a name',
  role: 'role, roles, part, parts, kirdar, kirdaar, kirdaron, character, characters, bhoomika, bhumika, patra',
  shortList: 'shortlist, shortlisted, short list, short listed, short lists',
  longList: 'longlist, longlisted, long list, long lists',
  selects: 'selects, selected, select, select hua, select hui, select list, chune, chuna, chune hue',
  onList: 'list, lists, on a list, kis list, stand for, stands for, does stand, stand, stands, listed, suchi, board',
  booked: 'booked, book ho, book hai, book hain, book ho gaya, pakka, confirmed cast, is cast, are cast, locked, lock ho, final ho',
  backup: 'backup, backups, back up, back ups',
  hold: 'hold, holds, on hold, pencil, pencils, pencilled, first pencil, second pencil, first hold, on pencil',
  expiring: 'expire, expires, expiring, running out, run out, runs out, khatam, khatm, lapse, lapses, ending, till when, kab tak',
  scene: 'scene, scenes, seen, sin, scne, drishya',
  night: 'night, nights, raat',
  daytime: 'day scene, day scenes, daytime, by day, din ke, din mein, din ka',
  exterior: 'exterior, exteriors, ext, outdoor, outdoors, outside, bahar',
  interior: 'interior, interiors, indoor, indoors, inside, andar',
  speeches: 'lines, line, speech, speeches, dialogue, dialogues, dialog, dialogs, samvad, sanvad, speaks most, words, bolne ko',
  first: 'first, first time, first speak, first speaks, first appear, first appears, first appearance, appearance, first meet, pehli baar, pahli baar, sabse pehle, pehle, pehli, introduced, first seen, first heard, entry, shuru',
  page: 'page, panna, panne, pej, kis page',
  pages: 'pages, how many page, kitne page, kitne panne, how long is the script',
  together: 'together, ke saath, share, shares, sharing, shared, common, in common, ek saath, saath, sath, saath mein, with whom, along with, opposite whom, milta, milte, milti, meet, meets',
  most: 'most, sabse zyada, sabse jyada, sabse bada, biggest, largest, main roles, sabse bade',
  least: 'least, fewest, sabse kam, smallest, sabse chhota, sabse chhote',
  lead: 'lead, leads, mukhya, lead roles',
  supporting: 'supporting, supporting roles, sahayak',
  dayPlayer: 'day player, day players, bit parts, small parts, chhote role',
  all: 'all, every, saare, sare, sab, sabhi, list of, list the, list all, poore, the cast list',
  age: 'how old, age, ages, umar, umr, umra, kitne saal ka, kitne saal ki, playing age, playing range',
  asks: 'say about, says about, said about, ask for, asks for, need for, supposed to be, kaisi honi, kaisa hona, kaisi chahiye, kaisa chahiye, breakdown, requirement, requirements, description, look like, described, kya chahiye, kaisi hai, kaisa hai, jaroorat',
  script: 'script, screenplay, scripts',
  film: 'film, movie, picture, show, production, project, series',
  phone: 'phone, phone number, mobile, mobile number, contact, contact number, call number, fon, fon nambar, sampark',
  number: 'number, nambar, no',
  email: 'email, e mail, mail id, email id, mail address',
  height: 'height, how tall, tall, lambai, kitni lambi, kitna lamba, kad, qad',
  language: 'language, languages, bhasha, bhashaen, zubaan, boli, zabaan',
  speaks: 'speak, speaks, bolta, bolti, bolte, bole, bolta hai',
  agent: 'agent, agency, represents, represent, represented, manager, kaun sambhalta',
  fee: 'fee, fees, rate, charge, charges, kitna leta, kitna leti, quote, paisa, daam',
  city: 'city, which city, lives, live, based, based in, from where, rehta, rehti, rahta, rahti, shahar, sheher',
  skills: 'skills, skill, hunar, kya kya aata, kya kya aati',
  union: 'union, cintaa, card, union card',
  credits: 'credits, credit, worked in, past work, kya kaam kiya',
  open: 'open, kholo, khol do, go to, take me to, kholna, bring up, pull up, dikha do',
  show: 'show, show me, dikhao, dikhaiye, dikha, batao, bataiye, batao na, tell me, give me, give, do, de do, list, display, see, i want to see, let me see',
  book: 'the book, in the book, book mein, talent book, our book, my book, kitab, database, hamare paas, apne paas, do we have, we have, have we',
  people: 'people, persons, log, logon, kalakar, artists, artist, actors, actor, talent, names, faces',
  women: 'women, woman, auratein, aurat, auraten, mahila, mahilayen, mahilaen, ladkiyan, ladkiya, ladki, girls, girl, actresses, actress, females, female, lady, ladies',
  men: 'men, man, aadmi, admi, mard, purush, ladke, ladka, boys, boy, males, male, gents, guys, guy',
  compare: 'compare, compared, vs, versus, against each other, side by side, mein se, tulna, better, behtar, or',
  best: '2 best, best 2, top 2, 3 best, best 3, top 3, 2 sabse acche, 2 sabse ache, 2 sabse achche, do sabse acche, do sabse ache, do sabse achche, sabse acche do, sabse ache do, 3 sabse acche, 3 sabse ache, teen sabse acche, teen sabse ache',
  fits: 'could play, le sakte, kisko le, kisko lein, whom can we take, whom should play, can play, would play, kar sakta, kar sakti, kar sakte, suggestion, suggestions, suggest, suits, suit, theek rahega, theek rahegi, sahi rahega, sahi rahegi, fits, fit, fit for, match, matches, candidates, candidate, right for, good for, ke liye kaun, ke liye kon, options for, nibha sakta, jamega, jamegi, jachega, jachegi, karega, karegi, karenge',
  remember: '^remember, ^please remember, remember that, yaad rakhna, yaad rakho, yaad rakhiye, yaad rakhna ki, note kar lo, note karo, note that, keep in mind, dhyan rakhna, dhyan rakho',
  recall: 'do you remember, you remember, do you know about, kya yaad, yaad hai, yaad kya, remember about, memories, memory, remembered, yaadein, kya jaante, kya pata hai',
  about: 'about, baare mein, bare mein, baare me, bare me, regarding',
  greeting: '^hello, ^hi, ^hey, ^namaste, ^namaskar, ^salaam, ^good morning, ^good afternoon, ^good evening, ^thanks, ^thank you, ^shukriya, ^dhanyavad, ^bye, ^good night, ^great, ^perfect',
  help: 'help, madad, what can you, what can you answer, what can you do, what can you tell, what do you know, kya kya bata, kya bata sakte, kya kya kar, kya kar sakte, what can i ask, kya puch, kya pooch, kya poochh, sahayata',
  want: 'need, want, wanted, needed, looking for, look for, find, find me, search, search for, chahiye, chahie, chaiye, dhoondo, dhundo, dhoondh, khojo, talash, is there, are there, any, koi, any one, get me, hai kya, hai koi, koi hai, milega koi, jo, aisa, aisi, aise',
  which: 'which, what, whats, kaunsa, kaunsi, kaunse, konsa, konse, konsi, kaun se, kaun sa, kaun si, kaun kaun se, kya, kya kya, kis kis',
  happens: 'happens, happening, kya hota',
  and: 'and, aur, or, ya, ke saath',
  claude:
    'write, draft, likho, likh do, likhna, likhiye, compose, message, messages, sandesh, whatsapp, translate, translation, anuvad, summarise, summarize, summary, saar, saransh, synopsis, why, kyun, kyon, explain, samjhao, samjhaiye, meaning of, theme, ' +
    'idea, ideas, soch, sujhav, feel, feels, feeling, mood, lagta hai, laga, plan, planning, negotiate, weather, mausam, barish, rain, bollywood, star, should i, should we, should, advice, salah, opinion, think, rai, raay, discuss, ' +
    'ending, ant, aakhir, in the end, story, kahani, plot, motivation, arc, backstory, sentimental, award, won, news, khabar, convince, manau, kam karwa, kaise, how should, how do i, how can i, improve, rewrite, analyse, analyze, difference between, ' +
    'put, add, daal, daal do, daalo, jodo, remove, hatao, hata do, move, shift, cancel, radd, reschedule, ^book, book kar, book karo, book kar do, fix a slot, change, badlo, badal do, delete, mita, invite, bulao, call kar, send, bhejo, bhej do, release, against type, creative, alag, poem, kavita likho, email likho',
} as const satisfies Readonly<Record<string, string>>

/** A meaning that a word of a question can have. */
export type Concept = keyof typeof lexicon

/** Words of English and Roman Hindi that say nothing of what is asked. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    'a an the of for to from in on at by with without into above below is are was were be been am do does did has have had will would can could may might it its this that these those there here then than so as if but not no yes please pls plz ' +
    'me my i we us our you your he she him her they them their now just only also even still yet today some much very really right ok okay so far up out over off ' +
    'ka ki ke ko se mein me main par pe hai hain he ho hu hun hoon tha thi the tak bhi hi to toh na nahi nahin ne kya aur ya woh wo vo yeh ye is us in un iss uss inka unka unki unke unko unhe unhein unhone usko uska uski uske inki inke inko inhe isko iska iski iske hum hame hamein mujhe mujhko mera meri mere humko hamara hamari hamare apna apni apne ' +
    'casting cast record records bata batana dekho dekh dijiye dena kripaya abhi ab jab tab agar jo wala wali wale vala vali vale raha rahi rahe gaya gayi gaye kar karo karna karte karta karti kiya hua hui hue hona honi hone hoga hogi honge liye baad jee ji sir madam bhai yaar zara zaroor kripya accha acha ' +
    'tum tumhe aap aapko tumhare aapke sakta sakti sakte ek s re bolna like kind sort'
  ).split(' '),
)

/** Small words by which a question is known to be in Hindi. */
export const hindiWords: ReadonlySet<string> = new Set(
  ('ka ki ke ko se mein par pe hai hain ho tha thi tak bhi hi toh na nahi nahin ne kya aur ya woh wo yeh ye hum mujhe abhi jo wala wali wale raha rahi rahe gaya gayi kar karo hua honi hona hoga liye kaun kon kab kahan kitne kitni kitna kiska kiski kiske kis ' +
    'batao dikhao kholo chahiye koi saal kal aaj parson aj kaunsa kaunse kaunsi saare sabse bole bolti bolta bolne aurat ladki ladka aadmi bachchi yaad madad dhoondo khali wo aisi tum aap hamare').split(' '),
)

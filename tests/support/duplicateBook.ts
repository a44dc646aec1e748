import type { PersonFacts } from '../../src-main/talent/duplicates/comparedPerson.ts'

/** A made-up talent book and the pairs in it that were planted as one person. */
export interface SeededBook {
  readonly people: readonly PersonFacts[]
  /** Ids, the smaller first. */
  readonly planted: readonly (readonly [string, string])[]
}

const women = ('Pooja Neha Priya Anjali Sunita Kavita Meena Rekha Seema Anita Deepa Swati Shweta Nisha Ritu Jyoti Aarti Sneha Pallavi Rashmi Manisha Vaishali Sonali Archana Varsha Kiran Madhuri Shilpa ' +
  'Smita Ashwini Gauri Tejal Hetal Bhavna Nandini Lakshmi Saraswati Parvati Gayatri Meenakshi Vijayalakshmi Radhika Divya Kavya Ananya Aditi Ishita Riya Tanvi Mrunal Rasika Ketaki Mugdha Spruha Fatima Ayesha ' +
  'Zoya Shabana Nazneen Rubina Harpreet Simran Gurleen Manpreet Rituparna Sharmistha Moushumi Paoli Konkona Nandita Tannishtha Shefali Surveen Tillotama Geetanjali Usha Asha Lata Kusum Sushma Pushpa Kamala').split(' ')
const men = ('Rahul Amit Sanjay Rohit Vikas Anil Suresh Ramesh Rajesh Mahesh Ganesh Dinesh Mukesh Rakesh Manish Ashish Deepak Pankaj Nitin Sachin Sandeep Vijay Ajay Arun Varun Tarun Karan Arjun Nikhil Akhil Imran Irfan ' +
  'Salim Javed Farhan Faisal Nawaz Harpreet Gurpreet Daljit Manpreet Jaspal Sukhdev Subrata Abhijit Anirban Saurav Parambrata Prosenjit Venkatesh Srinivas Ravi Kiran Naveen Praveen Senthil Karthik Murugan Prakash ' +
  'Dnyaneshwar Tukaram Sharad Shirish Girish Jayant Vasant Hemant Prashant Sushant Omkar Tejas Ameya Chinmay Swapnil Ninad Mohan Sohan Rohan Balkrishna Narayan Govind Gopal Hari Shankar Dattatray Pandurang').split(' ')
const stems = 'Raj Vijay Jay Dev Shri Chandra Surya Gyan Nar Vir Bal Bhan Dhar Kirti Ind Am Sur Prem Yog Man'.split(' ')
const endings = { male: 'esh endra kant nath pal deep vardhan raj'.split(' '), female: 'lata shri mala vati rekha prabha lekha ika'.split(' ') }
const surnames = ('Kumar Singh Sharma Khan Gupta Verma Yadav Patel Shaikh Das Rao Joshi Nair Jain Mishra Reddy Devi Kaur Patil Shah Mehta Pandey Tiwari Chauhan Kulkarni Deshpande Deshmukh Jadhav Pawar More Shinde Chavan Gaikwad ' +
  'Kamble Sawant Naik Desai Trivedi Dave Bhatt Pathak Dubey Chaturvedi Shukla Saxena Srivastava Agarwal Bansal Goyal Mittal Arora Kapoor Khanna Malhotra Chopra Sethi Gill Sandhu Sidhu Dhillon Grewal Banerjee Mukherjee Chatterjee ' +
  'Ghosh Bose Sen Dutta Roy Mitra Iyer Iyengar Menon Pillai Krishnan Raman Murthy Hegde Shetty Gowda Ansari Qureshi Siddiqui Pathan Mirza Fernandes DSouza Pereira Lobo Bora Gogoi Hazarika Baruah Rawat Negi Bisht Thapa Gurung').split(' ')
const places = ('Nand Ach Tend Mangesh Chit Padgaon Bhand Par Sat Koli Wad Kher Lond Mand Nag Pand Raj Sang Tamb Ulhas Vad War Yer Amon Bors Chand Dol Ed Far Gad Hal Ing Jor Karm Lav Mah Nim Od Pal Ran Sir Tal Umb Vel Waz Zar Ghol Phad Bhag ' +
  'Chikh Devg Gors Jamn Kond Malv Nilg Path Ratn Shiv Thak').split(' ')
const placeEndings = ['kar', 'ekar', 'wala', 'war', 'alkar', 'gaonkar', 'e', 'ane', 'iya', 'ure']
const cities = 'Mumbai Mumbai Mumbai Mumbai Mumbai Mumbai Delhi Delhi Pune Pune Kolkata Chennai Hyderabad Bengaluru Lucknow Jaipur Indore Bhopal Nagpur Chandigarh Kochi Guwahati Patna Varanasi Ahmedabad Surat Nashik Goa'.split(' ')

/** Ways in which a name is written otherwise: what stands, and what in its place. */
const spellings = [['ee', 'i'], ['i', 'ee'], ['sh', 's'], ['v', 'w'], ['ks', 'x'], ['aa', 'a'], ['au', 'ow'], ['th', 't'], ['oo', 'u'], ['u', 'oo'], ['lakshmi', 'laxmi'], ['j', 'z']] as const

/**
 * Makes a book of so many people, the same each time: a tenth stand in it twice, as a second sheet would write them, among namesakes and agents who answer for forty.
 */
export function seededBook(size: number, seed = 20_26): SeededBook {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[], skew = 1): T => list[Math.floor(random() ** skew * list.length)] as T
  const people: PersonFacts[] = []
  const planted: (readonly [string, string])[] = []
  const phone = (): string => String(7_000_000_000 + Math.floor(random() * 2_999_999_999))
  const doubled = new Set<string>()
  let agent = phone()
  let served = 0
  const idOf = (row: number): string => `p${String(row).padStart(8, '0')}`
  const make = (row: number): PersonFacts => {
    const gender = random() < 0.5 ? 'female' : 'male'
    const given = random() < 0.7 ? pick(gender === 'female' ? women : men, 1.5) : pick(stems) + pick(endings[gender])
    const surname = random() < 0.6 ? pick(surnames, 1.7) : pick(places) + pick(placeEndings)
    const from = 16 + Math.floor(random() ** 1.5 * 50)
    const hasAgent = random() < 0.06
    if (hasAgent && served++ % 40 === 39) agent = phone()
    return {
      row, id: idOf(row), name: `${given} ${surname}`, legalName: '', spellings: [], gender: random() < 0.95 ? gender : null, playingFrom: from, playingTo: from + 8,
      heightCm: random() < 0.7 ? Math.round((gender === 'female' ? 159 : 172) + (random() + random() + random() - 1.5) * 12) : null,
      city: random() < 0.9 ? pick(cities) : '', phoneKey: hasAgent ? agent : random() < 0.8 ? phone() : '', email: random() < 0.3 ? `${given}.${surname}${row}@post.example`.toLowerCase() : '',
      born: null, links: [], pictures: [],
    }
  }
  const again = (person: PersonFacts, row: number): PersonFacts => {
    const way = random()
    const name = way < 0.35 ? person.name : way < 0.75 ? respelt(person.name) : way < 0.85 ? person.name.split(' ').toReversed().join(' ') : slipped(person.name)
    const shift = Math.floor(random() * 4)
    return {
      ...person, row, id: idOf(row), name, playingFrom: (person.playingFrom ?? 20) + shift, playingTo: (person.playingTo ?? 28) + shift,
      phoneKey: random() < 0.75 ? person.phoneKey : random() < 0.5 ? '' : phone(), email: random() < 0.6 ? person.email : '', heightCm: random() < 0.6 ? person.heightCm : null, city: random() < 0.85 ? person.city : '',
    }
  }
  const respelt = (name: string): string => {
    const possible = spellings.filter(([from]) => name.toLowerCase().slice(1).includes(from))
    if (possible.length === 0) return name
    const [from, to] = pick(possible)
    return name.slice(0, 1) + name.slice(1).replace(from, to)
  }
  const slipped = (name: string): string => {
    const at = pick([...name].flatMap((letter, place) => (place > 1 && place < name.length - 2 && !name.slice(place - 1, place + 3).includes(' ') && letter !== ' ' ? [place] : []))) ?? 2
    return random() < 0.5 ? name.slice(0, at) + name.slice(at + 1) : name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2)
  }
  for (let row = 1; row <= size; row++) {
    const original = random() < 0.1 ? people[Math.floor(random() * people.length)] : undefined
    if (original === undefined || doubled.has(original.id)) {
      people.push(make(row))
      continue
    }
    planted.push([original.id, idOf(row)])
    doubled.add(original.id).add(idOf(row))
    people.push(again(original, row))
  }
  return { people, planted }
}

function seeded(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

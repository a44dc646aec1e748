import type { TalentFacts } from '../../src-preload/contract/talent.ts'

/** Two records of a talent book, and whether they are one person. Every second pair of a kind is kept aside for the last measurement. */
export interface JudgedPair {
  readonly kind: string
  readonly same: boolean
  readonly aside: boolean
  readonly a: Partial<TalentFacts> & { readonly name: string }
  readonly b: Partial<TalentFacts> & { readonly name: string }
}

/** The pairs, written before any weight was chosen: name, gender, playing range, height, city, phone, e-mail; what is not known is left empty. */
export const judgedPairs = (): readonly JudgedPair[] =>
  kinds.flatMap(({ kind, same, pairs }) =>
    pairs.trim().split('\n').map((line, at): JudgedPair => {
      const [a = '', b = ''] = line.split(' / ')
      return { kind, same, aside: at % 2 === 1, a: personOf(a), b: personOf(b) }
    }),
  )

function personOf(text: string): JudgedPair['a'] {
  const [name = '', gender = '', range = '', height = '', city = '', phone = '', email = ''] = text.split(',').map(part => part.trim())
  const [from, to] = range.split('-').map(Number)
  return {
    name,
    ...(gender && { gender: gender === 'f' ? 'female' : 'male' }),
    ...(from !== undefined && to !== undefined && { playingRange: { from, to } }),
    ...(height && { heightCm: Number(height) }),
    ...(city && { city }),
    ...(phone && { phone }),
    ...(email && { email }),
  }
}

const kinds: readonly { readonly kind: string; readonly same: boolean; readonly pairs: string }[] = [
  { kind: 'spelt another way', same: true, pairs: `
Vijaylaxmi Nadkarni,f,30-40,,Mumbai,9820011201 / Vijayalakshmi Nadkarni,f,32-42,160,Mumbai
Daljit Sahota,m,25-35,178,Chandigarh / Daljeet Sahota,m,28-36,179,Chandigarh,9815100202
Sreelekha Menon,f,40-50,,Kochi / Shreelekha Menon,f,42-52,158,Kochi
Faiz Chowdhary,m,22-30,,Delhi,9811200303 / Faiz Chaudhary,m,23-30,175,Delhi
Gyaneshwar Pawar,m,45-55,,Pune / Dnyaneshwar Pawar,m,45-55,168,Pune,9822300404
Mohammed Irfan Qazi,m,30-40,,Lucknow / Mohd Irfan Kazi,m,30-40,,Lucknow,9839400505
Meenakshi Iyengar,f,28-38,,Chennai,9840500606 / Minaxi Iyengar,f,28-38,163,Chennai,9840500606
Subhash Ghai Verma,m,50-60,170,Mumbai / Shubhash Ghai Varma,m,52-62,170,Mumbai
Zeenat Shaikh,f,35-45,,Mumbai,9867600707 / Jinat Sheikh,f,36-46,,Mumbai,9867600707
Kirti Kulhari,f,25-35,,Jaipur / Keerti Kulhari,f,25-35,165,Jaipur
Abhijeet Bhattacharjee,m,33-43,,Kolkata / Abhijit Bhattacharya,m,33-43,174,Kolkata,9830700808
Poornima Deshpande,f,45-55,,Nagpur,9823800909 / Purnima Deshpande,f,44-54,,Nagpur
Rituparna Sengupta,f,30-40,,Kolkata / Rituparna Sen Gupta,f,30-40,160,Kolkata
Venkatesh Prabhu,m,38-48,,Mangaluru,9845911010 / Venkatesha Prabhu,m,40-48,176,Mangalore,9845911010
Harshvardhan Ranade,m,24-32,180,Pune / Harshawardhan Ranade,m,24-32,181,Pune
Sumeet Vyaas,m,30-38,,Mumbai / Sumit Vyas,m,31-38,172,Mumbai,9821111111
Aishvarya Lokhande,f,20-28,,Nashik,9764211212 / Aishwarya Lokhande,f,20-28,,Nashik
Tejashree Pradhan,f,27-35,,Thane / Tejasri Pradhan,f,27-35,161,Thane
Jyothi Krishnan,f,35-45,,Thrissur,9847311313 / Jyoti Krishnan,f,35-45,,Thrissur,9847311313
Gurpreet Dhillon,m,29-37,182,Amritsar / Gurprit Dhilon,m,29-37,183,Amritsar
Sidharth Chandekar,m,26-34,,Mumbai,9702411414 / Siddharth Chandekar,m,26-34,177,Mumbai
Pallavi Phadke,f,33-43,,Pune / Pallavi Fadke,f,33-43,157,Pune
Bikash Mahato,m,25-33,,Ranchi,9934511515 / Vikash Mahato,m,25-33,,Ranchi,9934511515
Kamlesh Savant,m,48-58,,Mumbai / Kamlesh Sawant,m,48-58,169,Mumbai` },
  { kind: 'in two scripts', same: true, pairs: `
सुनीता कुलकर्णी,f,40-50,,पुणे / Sunita Kulkarni,f,40-50,,Pune,9822511601
मनोज बाजपेयी,m,45-55,,मुंबई,9820611702 / Manoj Bajpayee,m,45-55,175,Mumbai,9820611702
विजयलक्ष्मी शेंडे,f,50-60,,Nagpur / Vijaylaxmi Shende,f,50-60,155,Nagpur
राजकुमार यादव,m,28-36,,Gurgaon,9899711803 / Rajkumar Yadav,m,28-36,,Gurgaon
प्रियंका सोनवणे,f,22-30,,Mumbai / Priyanka Sonawane,f,22-30,162,Mumbai
ज्ञानेश्वर कोळी,m,40-50,,Alibag,9833811904 / Dnyaneshwar Koli,m,40-50,,Alibag,9833811904
নন্দিতা দাশগুপ্ত,f,35-45,,Kolkata / Nandita Dasgupta,f,35-45,160,Kolkata
শ্রাবন্তী ঘোষ,f,28-36,,Kolkata,9830912005 / Shrabanti Ghosh,f,28-36,,Kolkata,9830912005
હેતલ પટેલ,f,25-35,,Ahmedabad,9825012106 / Hetal Patel,f,25-35,,Ahmedabad
જીજ્ઞેશ ત્રિવેદી,m,30-40,,Surat / Jignesh Trivedi,m,30-40,170,Surat
ਹਰਪ੍ਰੀਤ ਗਰੇਵਾਲ,f,24-32,,Ludhiana,9872112207 / Harpreet Grewal,f,24-32,,Ludhiana
ਗੁਰਦਾਸ ਮਾਨ ਸਿੱਧੂ,m,50-60,,Bathinda / Gurdas Mann Sidhu,m,50-60,176,Bathinda
செந்தில் முருகன்,m,35-45,,Madurai,9842212308 / Senthil Murugan,m,35-45,,Madurai
சங்கீதா ராமன்,f,27-37,,Chennai / Sangeetha Raman,f,27-37,159,Chennai,9841312409
గాయత్రి రెడ్డి,f,22-30,,Hyderabad,9848412510 / Gayathri Reddy,f,22-30,,Hyderabad
వెంకటేష్ దగ్గుపాటి,m,40-50,,Hyderabad / Venkatesh Daggubati,m,40-50,174,Hyderabad
ರಾಜೇಶ್ ಹೆಗಡೆ,m,33-43,,Bengaluru,9845512611 / Rajesh Hegde,m,33-43,,Bengaluru
ಶ್ರುತಿ ಹರಿಹರನ್,f,25-35,,Bengaluru / Sruthi Hariharan,f,25-35,163,Bengaluru
മഞ്ജു വാര്യർ,f,38-48,,Thrissur,9847612712 / Manju Warrier,f,38-48,,Thrissur
ശ്രീനിവാസൻ നായർ,m,50-60,,Kannur / Sreenivasan Nair,m,50-60,168,Kannur,9846712813
अनंत जोग,m,55-65,,Mumbai / Anant Jog,m,55-65,172,Mumbai
कमला भंडारी,f,60-70,,Dehradun,9412812914 / Kamla Bhandari,f,60-70,,Dehradun` },
  { kind: 'order, initials, joined', same: true, pairs: `
Tara Sood,f,28-38,,Shimla,9816013001 / Sood Tara,f,28-38,164,Shimla
Ram Kumar Tiwari,m,45-55,,Varanasi / Ramkumar Tiwari,m,45-55,167,Varanasi
S. K. Bhagwat,m,50-60,,Pune,9822113102 / Sunil Kumar Bhagwat,m,50-60,,Pune,9822113102
Nawaz Uddin Ansari,m,38-48,,Muzaffarnagar / Nawazuddin Ansari,m,38-48,165,Muzaffarnagar
Ms Neena Wadhera,f,50-60,,Delhi,9810213203 / Neena Wadhera,f,50-60,160,Delhi
Lakshmi Bai Kamble,f,55-65,,Solapur / Laxmibai Kamble,f,55-65,,Solapur,9860313304
A. R. Venkataraman,m,60-70,,Chennai / Venkataraman A R,m,60-70,170,Chennai
Deshmukh Sai,f,20-28,,Latur,9970413405 / Sai Deshmukh,f,20-28,,Latur
Dr Mohan Agashekar,m,60-70,,Pune / Mohan Agashekar,m,60-70,171,Pune
Sheetal M. Rathore,f,25-35,,Udaipur,9829513506 / Sheetal Rathore,f,25-35,,Udaipur
Jai Prakash Tripathi,m,48-58,,Gorakhpur / Jaiprakash Tripathi,m,48-58,166,Gorakhpur
K Sarangapani,m,40-50,,Coimbatore,9842613607 / Karthik Sarangapani,m,40-50,,Coimbatore,9842613607` },
  { kind: 'a slip of the finger', same: true, pairs: `
Anushree Kotnis,f,26-34,,Pune,9822713701 / Anushreee Kotnis,f,26-34,,Pune
Farhan Bandukwala,m,30-40,,Mumbai / Farhan Bandukwla,m,30-40,176,Mumbai
Shantanu Maheshwari,m,24-32,,Kolkata,9831813802 / Shantanu Mahehswari,m,24-32,,Kolkata
Rasika Dugalkar,f,30-38,,Indore / Rasika Duglakar,f,30-38,156,Indore
Pratik Gandhare,m,33-41,,Surat,9824913903 / Prtaik Gandhare,m,33-41,,Surat,9824913903
Divyendu Sharmaa,m,30-38,,Delhi,9818014004 / Divyendu Sharma,m,30-38,,Delhi,9818014004
Hemangini Kavi,f,33-43,,Mumbai / Hemangni Kavi,f,33-43,158,Mumbai
Balkrishna Shirodkar,m,55-65,,Goa,9822114105 / Balkrishna Shirodkr,m,55-65,,Goa
Nilambari Kharat,f,24-32,,Satara / Nilmabari Kharat,f,24-32,162,Satara
Omprakash Gehlot,m,50-60,,Jodhpur,9414214206 / Omprakash Gelhot,m,50-60,,Jodhpur` },
  { kind: 'another surname since', same: true, pairs: `
Mrunmayee Lagoo,f,30-38,160,Mumbai,9820314301,mrunmayee@post.example / Mrunmayee Deshpande,f,32-40,160,Mumbai,9820314301
Vaishali Thakkar,f,35-45,157,Ahmedabad,,vaishali.t@post.example / Vaishali Mehta,f,36-46,157,Mumbai,,vaishali.t@post.example
Sukhmani Gill,f,27-35,166,Ludhiana,9876414402 / Sukhmani Gill Randhawa,f,27-35,166,Ludhiana,9876414402
Anindita Bose,f,38-48,161,Kolkata,9831514503 / Anindita Bose Majumdar,f,38-48,,Kolkata
Ketaki Mategaonkar,f,25-33,158,Pune,9823614604 / Ketaki Joshi,f,26-34,158,Pune,9823614604
Rubina Dilaik,f,28-36,165,Shimla,,rubina.d@post.example / Rubina Shukla,f,28-36,165,Mumbai,,rubina.d@post.example
Ishita Dutta,f,26-34,160,Jamshedpur,9835714705 / Ishita Dutta Sheth,f,26-34,160,Mumbai,9835714705
Sharvari Wagh,f,24-30,163,Mumbai,9819814806 / Sharvari Kshirsagar,f,24-31,163,Mumbai,9819814806` },
  { kind: 'little is known', same: true, pairs: `
Jaidev Hattangady,m / Jaidev Hattangady,,45-55,,Mumbai,9820915901
Urmila Mahajani,,,,,9930016002 / Urmila Mahajani,f,40-50,,Mumbai,9930016002
Ninad Limaye / Ninad Limaye,m,30-40,174,Pune
Parambrata Chattopadhyay,,,,Kolkata / Parambrata Chattopadhyay,m,35-45
Alishah Contractor,f / Alishah Contractor,f,22-28,,Mumbai,,alishah@post.example
Geetanjali,f,30-40,,Lucknow,9336116103 / Geetanjali Mishra,f,30-40,,Lucknow,9336116103
Zoravar,,,,,9988216204 / Zoravar Bedi,m,28-36,180,Amritsar,9988216204
Chhavi Mittal Jain,,,,,,chhavi.mj@post.example / Chhavi Jain,f,33-41,,Delhi,,chhavi.mj@post.example` },
  { kind: 'moved, or a new number', same: true, pairs: `
Namit Dasondhi,m,30-38,178,Indore,9826316301 / Namit Dasondhi,m,30-38,178,Mumbai,9004416402
Ashwini Bhavekar,f,35-45,159,Kolhapur,9850516501 / Ashwini Bhavekar,f,37-47,159,Mumbai,9769616602
Tungabhadra Rout,f,40-50,,Bhubaneswar / Tungabhadra Rout,f,40-50,,Mumbai,9437716703
Lokesh Mittalkar,m,25-33,173,Bhopal,9425816801 / Lokesh Mittalkar,m,26-34,173,Bhopal,7000916902
Jahnavi Hazarika,f,22-30,161,Guwahati / Janhavi Hazarika,f,22-30,161,Mumbai
Vineet Kumarjit Sabharwal,m,40-50,175,Patna,9431017001 / Vineet Sabharwal,m,40-50,175,Mumbai,9431017001` },
  { kind: 'namesakes', same: false, pairs: `
Rahul Sharma,m,20-28,170,Delhi,9811018001 / Rahul Sharma,m,45-55,180,Mumbai,9820018002
Amit Kumar,m,25-33,168,Patna,9334018003 / Amit Kumar,m,26-34,181,Chandigarh,9814018004
Pooja Singh,f,20-28,158,Lucknow,9839018005 / Pooja Singh,f,38-48,166,Mumbai,9820018006
Sanjay Gupta,m,50-60,170,Kanpur,9415018007 / Sanjay Gupta,m,25-33,178,Mumbai,9867018008
Priya Sharma,f,22-30,155,Jaipur,9829018009 / Priya Sharma,f,23-31,168,Bengaluru,9845018010
Mohammed Khan,m,30-40,172,Hyderabad,9848018011 / Mohammed Khan,m,55-65,168,Mumbai,9833018012
Neha Gupta,f,19-25,152,Indore,9826018013 / Neha Gupta,f,40-50,162,Delhi,9810018014
Rohit Verma,m,18-24,175,Bhopal,9425018015 / Rohit Verma,m,36-46,169,Delhi,9818018016
Anil Kumar,m,60-70,165,Patna,9431018017 / Anil Kumar,m,24-32,176,Delhi,9873018018
Sunita Devi,f,40-50,150,Ranchi,9934018019 / Sunita Devi,f,60-70,158,Patna,9430018020
Vikas Yadav,m,22-30,177,Gurgaon,9899018021 / Vikas Yadav,m,45-55,165,Varanasi,9415018022
Kavita Patil,f,30-40,156,Kolhapur,9850018023 / Kavita Patil,f,55-65,150,Nashik,9764018024
Suresh Nair,m,48-58,170,Kochi,9847018025 / Suresh Nair,m,25-33,180,Mumbai,9821018026
Simran Kaur,f,20-26,160,Amritsar,9815018027 / Simran Kaur,f,34-44,168,Delhi,9711018028
Arjun Singh,m,18-24,182,Jaipur,9828018029 / Arjun Singh,m,50-60,168,Lucknow,9838018030
Deepa Joshi,f,26-34,154,Pune,9822018031 / Deepa Joshi,f,50-60,163,Almora,9412018032
Manish Jain,m,35-45,171,Indore,9827018033 / Manish Jain,m,20-28,180,Mumbai,9819018034
Fatima Shaikh,f,20-28,157,Mumbai,9867018035 / Fatima Shaikh,f,52-62,152,Pune,9823018036
Raj Malhotra,m,28-36,174,Delhi,9810018037 / Raj Malhotra,m,55-65,170,Mumbai,9820018038
Anjali Das,f,24-32,159,Kolkata,9830018039 / Anjali Das,f,44-54,150,Guwahati,9435018040
Imran Khan,m,25-33,178,Mumbai,9833018041 / Imran Khan,m,40-50,170,Bhopal,9425018042
Meena Kumari,f,35-45,153,Delhi,9868018043 / Meena Kumari,f,65-75,150,Patna,9431018044` },
  { kind: 'siblings with one phone', same: false, pairs: `
Rohan Bhosale,m,20-28,175,Pune,9822019001 / Rohit Bhosale,m,24-32,177,Pune,9822019001
Aditi Ranganathan,f,20-28,160,Chennai,9840019002 / Aditya Ranganathan,m,22-30,175,Chennai,9840019002
Suman Lata Rawat,f,30-40,155,Dehradun,9412019003 / Kusum Lata Rawat,f,34-44,157,Dehradun,9412019003
Karan Bindra,m,18-24,180,Chandigarh,9815019004 / Kiran Bindra,f,20-26,165,Chandigarh,9815019004
Nikhil Gokhale,m,25-33,172,Mumbai,9820019005 / Neha Gokhale,f,22-30,160,Mumbai,9820019005
Zoya Merchant,f,18-24,163,Mumbai,9867019006 / Zara Merchant,f,16-20,160,Mumbai,9867019006
Ramesh Sonkar,m,35-45,168,Varanasi,9415019007 / Rakesh Sonkar,m,38-48,170,Varanasi,9415019007
Isha Talwar Puri,f,22-30,165,Delhi,9810019008 / Usha Talwar Puri,f,50-60,158,Delhi,9810019008
Harish Poojary,m,28-36,174,Mangaluru,9845019009 / Girish Poojary,m,31-39,176,Mangaluru,9845019009
Seema Quraishi,f,25-35,158,Bhopal,9425019010 / Reema Quraishi,f,23-33,159,Bhopal,9425019010
Advait Kelkar,m,8-12,,Pune,9823019011 / Advika Kelkar,f,6-9,,Pune,9823019011
Myra Kotak,f,5-8,,Mumbai,9821019012 / Kiaan Kotak,m,9-12,,Mumbai,9821019012
Sneha Wankhede,f,21-29,,Nagpur,9823019013 / Sneh Wankhede,m,23-31,,Nagpur,9823019013
Prakash Behera,m,40-50,170,Cuttack,9437019014 / Pramod Behera,m,42-52,168,Cuttack,9437019014
Lalita Toppo,f,20-28,152,Ranchi,9934019015 / Lolita Toppo,f,24-32,155,Ranchi,9934019015
Arun Pillai,m,30-40,174,Kochi,9847019016 / Varun Pillai,m,26-36,176,Kochi,9847019016` },
  { kind: 'parent and child', same: false, pairs: `
Dinanath Apte,m,60-70,168,Pune,9822020001,apte@post.example / Deenanath Apte,m,8-12,,Pune,9822020001,apte@post.example
Mohan Gadkari,m,55-65,170,Nagpur,9823020002 / Mohana Gadkari,f,10-14,,Nagpur,9823020002
Surekha Bhatt,f,40-50,157,Surat,9825020003 / Rekha Bhatt,f,12-16,,Surat,9825020003
Girija Narayanan,f,45-55,160,Chennai,9841020004 / Girish Narayanan,m,15-20,,Chennai,9841020004
Vikram Thapar,m,50-60,178,Delhi,9811020005 / Veer Vikram Thapar,m,7-10,,Delhi,9811020005
Shobha Nimbalkar,f,48-58,155,Satara,9850020006 / Shubha Nimbalkar,f,18-24,160,Satara,9850020006` },
  { kind: 'one phone of an agent', same: false, pairs: `
Amrita Puri Khosla,f,28-36,165,Mumbai,9820021000 / Amrit Bagga,m,30-40,178,Mumbai,9820021000
Anvita Sud,f,22-30,162,Mumbai,9820021000 / Anvesh Rao,m,25-33,176,Mumbai,9820021000
Kabir Duhan,m,26-34,180,Mumbai,9820021000 / Kabira Sen,f,24-32,160,Mumbai,9820021000
Pranjal Trivedi,f,25-33,161,Mumbai,9820021000 / Pranjal Dahiya,f,23-31,166,Mumbai,9820021000
Riya Sen Chawla,f,27-35,164,Mumbai,9820021000 / Riya Vij,f,21-27,158,Mumbai,9820021000
Samir Kochhar,m,35-45,175,Mumbai,9820021000 / Sameer Dharma,m,45-55,170,Mumbai,9820021000
Tanya Abrol,f,25-33,160,Mumbai,9820021000 / Taniya Chatterjee,f,26-34,163,Mumbai,9820021000
Vivan Bhatena,m,33-43,180,Mumbai,9820021000 / Vivaan Shah,m,25-33,172,Mumbai,9820021000
Ira Dubey,f,30-38,167,Mumbai,9820021000 / Ila Arun,f,60-70,155,Mumbai,9820021000
Neeraj Kabi,m,45-55,172,Mumbai,9820021000 / Neeraj Sood,m,40-50,168,Mumbai,9820021000
Sonal Jha,f,35-45,158,Mumbai,9820021000 / Sonali Kulkarni,f,38-48,162,Mumbai,9820021000
Aman Bhagat,m,24-32,176,Mumbai,9820021000 / Amaan Khan,m,20-26,178,Mumbai,9820021000
Mira Jagannath,f,30-38,163,Mumbai,9820021000 / Meera Chopra,f,31-39,162,Mumbai,9820021000
Varun Badola,m,40-50,174,Mumbai,9820021000 / Varun Sobti,m,33-41,177,Mumbai,9820021000` },
  { kind: 'names a little alike', same: false, pairs: `
Kamal Haasini,m,30-40,172,Chennai / Kamala Haasini,f,30-40,158,Chennai
Sunil Barve,m,40-50,170,Mumbai,9820022001 / Sunita Barve,f,40-50,158,Mumbai,9820022002
Manasi Salvi,f,28-36,160,Mumbai,9820022003 / Manali Salvi,f,24-32,163,Thane,9820022004
Ashok Samarth,m,45-55,172,Mumbai / Ashish Samarth,m,30-40,175,Mumbai
Rajeshwari Sachdev,f,40-50,160,Mumbai / Rajesh Sachdev,m,40-50,174,Mumbai
Prasad Oak,m,40-50,170,Pune / Prasanna Oak,m,28-36,172,Pune
Girish Oak,m,55-65,168,Mumbai / Harish Oak,m,30-40,175,Mumbai
Sandeep Kulkarni,m,45-55,171,Pune,9822022005 / Sandesh Kulkarni,m,42-52,173,Pune,9822022006
Anita Date,f,33-41,155,Nashik / Amita Date,f,30-38,158,Nashik
Vidya Malvade,f,35-45,168,Mumbai / Vidyut Malvade,m,33-41,178,Mumbai
Ravi Kishan Pathak,m,45-55,178,Varanasi / Ravi Kiran Pathak,m,20-28,170,Varanasi
Nandu Madhav,m,50-60,165,Mumbai / Nandini Madhav,f,40-50,158,Mumbai
Chinmay Mandlekar,m,38-46,170,Mumbai / Tanmay Mandlekar,m,22-30,172,Mumbai
Jayant Wadkar,m,55-65,166,Mumbai / Jayanti Wadkar,f,50-60,152,Mumbai` },
]

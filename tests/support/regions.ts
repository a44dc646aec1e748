/** Where somebody may come from: the names, languages, cities and arts that go together. */
export interface Region {
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly families: readonly string[]
  readonly cities: readonly string[]
  readonly languages: readonly { readonly language: string; readonly dialects: readonly string[] }[]
  readonly skills: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')

/** Regions of India, each as often as the other. */
export const regions: readonly Region[] = [
  {
    women: words('Priyanka Vijayalakshmi Sunita Rekha Pooja Kiran Neha Shweta Radha Anjali Kavita Savitri Meera Babita'),
    men: words('Ramesh Suresh Manoj Vikram Rajendra Pankaj Sanjay Rakesh Dinesh Bhola Raghubir Lallan Awadhesh Chandan'),
    families: words('Sharma Tiwari Mishra Yadav Pandey Singh Dubey Srivastava Chaubey Thakur Jha Prasad Kushwaha Gupta'),
    cities: words('Lucknow Patna Varanasi Kanpur Gorakhpur Ranchi Allahabad Muzaffarpur'),
    languages: [{ language: 'Bhojpuri', dialects: ['Bihari', 'Purvanchali'] }, { language: 'Hindi', dialects: ['Awadhi', 'Bundeli', 'Braj'] }, { language: 'Maithili', dialects: [] }],
    skills: ['Nukkad natak', 'Nautanki', 'Kushti', 'Lathi', 'Birha singing', 'Dholak', 'Thumri', 'Ramleela'],
  },
  {
    women: words('Sonali Mrunal Amruta Ashwini Vaishali Tejaswini Urmila Gauri Jayshree Mukta Sai Prajakta'),
    men: words('Nilesh Sachin Ganesh Prasad Siddharth Amol Umesh Vaibhav Shripad Makarand Bhalchandra Tushar'),
    families: words('Kulkarni Deshpande Patil Jadhav Shinde Joshi Kamble Pawar Bhosale Gokhale More Gaikwad Sathe'),
    cities: words('Pune Nagpur Satara Kolhapur Nashik Thane Solapur Aurangabad'),
    languages: [{ language: 'Marathi', dialects: ['Varhadi', 'Malvani', 'Kolhapuri'] }, { language: 'Konkani', dialects: [] }],
    skills: ['Lavani', 'Tamasha', 'Natya sangeet', 'Mallakhamb', 'Powada', 'Experimental theatre'],
  },
  {
    women: words('Lakshmi Meenakshi Revathi Padmini Kavitha Nithya Sangeetha Bhuvaneswari Thenmozhi Andal'),
    men: words('Murugan Karthik Senthil Arunachalam Saravanan Balaji Vignesh Selvam Anbarasan Prabhakaran'),
    families: words('Subramaniam Iyer Pillai Natarajan Krishnan Raman Sundaram Chettiar Devar Mudaliar'),
    cities: words('Chennai Madurai Coimbatore Thanjavur Salem Tirunelveli Puducherry'),
    languages: [{ language: 'Tamil', dialects: ['Madurai', 'Kongu'] }],
    skills: ['Silambam', 'Koothu', 'Carnatic singing', 'Parai', 'Villu paattu', 'Bharatanatyam'],
  },
  {
    women: words('Aswathy Sreelakshmi Parvathy Nimisha Anna Mariam Devika Manju Bindu'),
    men: words('Unnikrishnan Sreejith Biju Mathew Rajeevan Salim Vineeth Thomas Gopakumar'),
    families: words('Nair Menon Varghese Kurup Namboothiri Panicker Thomas Kutty Chacko'),
    cities: words('Kochi Thrissur Kozhikode Thiruvananthapuram Kannur Palakkad'),
    languages: [{ language: 'Malayalam', dialects: ['Thrissur', 'Malabar'] }],
    skills: ['Kalaripayattu', 'Mohiniyattam', 'Kathakali', 'Theyyam', 'Chenda', 'Vallam rowing', 'Ottamthullal'],
  },
  {
    women: words('Debolina Sreejita Paoli Rituparna Swastika Moumita Aparna Sharmistha Tanusree'),
    men: words('Subhashis Anirban Prosenjit Kaushik Ritwick Debashish Soumitra Rudranil Arnab'),
    families: words('Chatterjee Banerjee Mukherjee Ghosh Sen Das Bhattacharya Chakraborty Basu Roy'),
    cities: words('Kolkata Howrah Siliguri Durgapur Santiniketan Krishnanagar'),
    languages: [{ language: 'Bengali', dialects: ['Bangal', 'Rarhi'] }],
    skills: ['Rabindra sangeet', 'Baul singing', 'Jatra', 'Group theatre', 'Chhau', 'Dhak', 'Recitation'],
  },
  {
    women: words('Harpreet Gurleen Simran Jasleen Manpreet Navneet Amrit Nirmal'),
    men: words('Gurpreet Harjit Balwinder Jaspal Kulwant Sukhdev Manjot Ranjit Diljit'),
    families: words('Singh Kaur Sandhu Gill Dhillon Bajwa Grewal Sidhu Chahal'),
    cities: words('Amritsar Ludhiana Chandigarh Patiala Jalandhar Bathinda'),
    languages: [{ language: 'Punjabi', dialects: ['Malwai', 'Majhi'] }, { language: 'Haryanvi', dialects: [] }],
    skills: ['Bhangra', 'Gatka', 'Giddha', 'Tractor driving', 'Dhol', 'Wrestling', 'Kabaddi'],
  },
  {
    women: words('Ayesha Zainab Shabana Farida Nadira Rukhsar Mumtaz Sameena Iqra'),
    men: words('Irfan Naseer Salman Aamir Yusuf Farooq Tariq Wasim Imtiaz Zakir'),
    families: words('Khan Ansari Siddiqui Sheikh Qureshi Mirza Hashmi Naqvi Pathan Bhat'),
    cities: words('Srinagar Hyderabad Bhopal Aligarh Delhi Rampur Jammu'),
    languages: [{ language: 'Urdu', dialects: ['Dakhini', 'Lakhnavi'] }, { language: 'Kashmiri', dialects: [] }],
    skills: ['Qawwali', 'Dastangoi', 'Calligraphy', 'Bhand pather', 'Rabab', 'Ghazal singing', 'Kite flying'],
  },
  {
    women: words('Hetal Jigna Bhavini Dhara Komal Rupal Kajal Falguni'),
    men: words('Jignesh Hitesh Bhavesh Pratik Chirag Mehul Ketan Yash'),
    families: words('Patel Shah Mehta Desai Trivedi Solanki Rathod Gadhvi Parmar'),
    cities: words('Ahmedabad Surat Rajkot Vadodara Bhuj Udaipur Jodhpur'),
    languages: [{ language: 'Gujarati', dialects: ['Kathiawadi', 'Kutchi'] }, { language: 'Rajasthani', dialects: ['Marwari', 'Mewari'] }],
    skills: ['Garba', 'Bhavai', 'Dayro storytelling', 'Camel riding', 'Ghoomar', 'Kalbelia', 'Sarangi', 'Puppet theatre'],
  },
  {
    women: words('Roja Anusha Sai Deepthi Chandrakala Shruthi Bhavana Nagaveni'),
    men: words('Venkatesh Srinivas Nageswara Ravi Shashidhar Manjunath Basavaraj Chandrasekhar'),
    families: words('Reddy Rao Naidu Gowda Shetty Hegde Murthy Chowdary Varma'),
    cities: words('Hyderabad Vijayawada Bengaluru Mysuru Mangaluru Hubballi Visakhapatnam'),
    languages: [{ language: 'Telugu', dialects: ['Telangana', 'Rayalaseema'] }, { language: 'Kannada', dialects: ['Dharwad', 'Mangaluru'] }, { language: 'Tulu', dialects: [] }],
    skills: ['Kuchipudi', 'Yakshagana', 'Burra katha', 'Perini', 'Dollu kunitha', 'Harikatha', 'Kambala'],
  },
  {
    women: words('Lalrinpuii Zubeni Rinchen Adenuo Pallabi Mami Dolma Ngangom'),
    men: words('Adil Lalthanga Tenzin Moirangthem Jahnu Imti Bijou Khrieketou'),
    families: words('Baruah Gogoi Lepcha Bhutia Sangma Jamir Ralte Khongwir Singha'),
    cities: words('Guwahati Shillong Imphal Kohima Aizawl Gangtok Itanagar'),
    languages: [{ language: 'Assamese', dialects: ['Kamrupi'] }, { language: 'Manipuri', dialects: [] }, { language: 'Nepali', dialects: [] }, { language: 'Mizo', dialects: [] }],
    skills: ['Bihu', 'Sattriya', 'Thang-ta', 'Archery', 'Choir singing', 'Bamboo dance', 'Guitar', 'Mountaineering'],
  },
]

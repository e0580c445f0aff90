import type { LanguageWords } from './language-words'

export const INDONESIAN: LanguageWords = {
  language: 'id',
  openings: [
    'Saya bekerja di pabrik pengolahan ikan.',
    'Saya magang di bidang konstruksi, kontrak tiga tahun.',
    'Saya bekerja di pabrik suku cadang, tinggal di asrama bersama lima orang.',
    'Saya bekerja di perkebunan sayur, ini kerja pertama saya di luar negeri.',
  ],
  grievances: {
    fees_debt: 'Sebelum berangkat saya harus membayar banyak, keluarga saya meminjam uang.',
    deposit_penalty: 'Saya diminta uang jaminan dan katanya hangus kalau pulang lebih cepat.',
    wages_unpaid: 'Sudah tiga bulan uang lembur saya tidak dibayar penuh.',
    wage_deductions: 'Setiap bulan gaji dipotong tanpa penjelasan.',
    working_time: 'Saya bekerja enam hari seminggu, kadang sampai jam sepuluh malam.',
    contract_substitution: 'Pekerjaan dan gaji berbeda dari kontrak yang saya tanda tangani.',
    document_retention: 'Paspor saya disimpan perusahaan dan tidak dikembalikan.',
    accommodation: 'Kamar sempit, satu kamar delapan orang, sewanya mahal.',
    harassment_bullying: 'Atasan sering membentak saya di depan semua orang.',
    osh_injury: 'Tangan saya terluka karena mesin, saya disuruh diam.',
    forced_return: 'Katanya saya akan dipulangkan kalau masih bertanya soal gaji.',
    movement_isolation: 'Malam hari kami tidak boleh keluar asrama.',
    transfer_restriction: 'Saya ingin pindah tempat kerja tetapi tidak ada yang membantu.',
  },
  wishes: [
    'Saya ingin uang saya dikembalikan.',
    'Saya hanya ingin bekerja dengan tenang dan digaji dengan benar.',
    'Mohon beri tahu apa yang bisa saya lakukan.',
  ],
  replies: [
    'Terima kasih, kuitansi dan slip gaji masih saya simpan.',
    'Saya bayar tunai, tidak ada kuitansi.',
    'Minggu ini saya kerja malam, tolong hubungi sore hari.',
  ],
  safeTimes: 'Setelah jam 8 malam, hari Minggu kapan saja',
  officer: {
    received: 'Kami sudah membaca cerita Anda. Dalam beberapa hari seseorang akan membalas.',
    question: 'Apakah Anda punya kuitansi atau pesan tentang uang itu? Tidak apa-apa kalau tidak ada.',
    progress: 'Kami sedang memeriksa biaya dan kontrak Anda. Selain Anda, belum ada yang kami hubungi.',
    consentAsked:
      'Kami ingin mengirim berkas ini ke lembaga yang bisa membantu. Apakah Anda setuju? Anda boleh menolak.',
    referred: 'Dengan persetujuan Anda, berkas sudah dikirim. Kami akan memberi tahu begitu ada jawaban.',
    remedyTerms:
      'Perusahaan pengirim mengembalikan sebagian biaya dalam tiga kali pembayaran. Hak hukum Anda tetap ada.',
    closed: 'Kasus Anda sudah ditutup. Dalam dua belas bulan Anda bisa membukanya lagi.',
  },
  sendingOrganizations: ['PT Contoh Bahari Jaya', 'LPK Contoh Nusantara', 'PT Contoh Mitra Sejahtera'],
  brokers: ['Pak Contoh di desa', 'Perantara Contoh Satu'],
  trainingCenters: ['LPK Bahasa Contoh', 'Balai Latihan Contoh'],
}

/** Errors about the system around a notebook. */
import { IErrorRule } from './clue';

/** Of the system: libraries, programs, screens. */
export const systemRules: readonly IErrorRule[] = [
  {
    kind: 'library',
    message:
      /(?<subject>lib[\w.+-]{1,100}\.so(?:\.\d+)*): cannot open shared object file/,
    source: 'the dynamic linker'
  },
  {
    kind: 'library',
    message:
      /no library called "(?<subject>[\w.+-]{1,60})" was found|cannot load library '(?:lib)?(?<member>[\w.+-]{1,60})'/,
    source: 'cairocffi, weasyprint'
  },
  {
    kind: 'library',
    message: /PortAudio library not found/,
    subject: 'libportaudio.so.2',
    source: 'sounddevice'
  },
  {
    kind: 'library',
    message: /failed to find libmagic/,
    subject: 'libmagic.so.1',
    source: 'python-magic'
  },
  {
    kind: 'library',
    message: /sndfile library not found/,
    subject: 'libsndfile.so.1',
    source: 'soundfile'
  },
  {
    kind: 'library',
    message: /Cannot find the ecCodes library/,
    subject: 'libeccodes.so.0',
    source: 'eccodes'
  },
  {
    kind: 'program',
    message:
      /failed to execute (?:PosixPath\()?['"](?<subject>[\w.+-]{1,60})['"]/,
    source: 'graphviz: ExecutableNotFound'
  },
  {
    kind: 'program',
    message: /^(?<subject>tesseract) is not installed/,
    source: 'pytesseract'
  },
  {
    kind: 'program',
    message: /Is poppler installed and in PATH/,
    subject: 'pdftoppm',
    source: 'pdf2image'
  },
  {
    kind: 'program',
    message:
      /MovieWriter (?<subject>\w{1,40}) (?:not available|unavailable)|(?<member>ffmpeg) not found/,
    source: 'matplotlib.animation'
  },
  {
    kind: 'program',
    message:
      /(?<subject>latex|dvipng) (?:could not be found|not found)|Failed to process string with tex because (?<member>latex|dvipng)/,
    source: 'matplotlib: usetex'
  },
  {
    kind: 'program',
    message:
      /JAVA_GATEWAY_EXITED|Java gateway process exited|Unable to find Java|`?java`? command is not found/i,
    subject: 'java',
    source: 'pyspark, tabula'
  },
  {
    kind: 'program',
    message: /"(?<subject>[\w.+-]{1,60})" not found in path/,
    source: 'pydot'
  },
  {
    kind: 'program',
    error: /^CalledProcessError$/,
    message:
      /^Command (?:b)?['"](?:b['"])?(?:set -\w+\\n)?(?:\['?)?(?<subject>[\w.+-]{1,60})[^]{0,5000}exit status 127/,
    source: 'a shell: 127 = no such program'
  },
  {
    kind: 'screen',
    message:
      /no display name and no \$DISPLAY|cannot connect to X server|could not connect to display|No available video device|could not load the Qt platform plugin/,
    source: 'tkinter, Qt, pygame'
  },
  {
    kind: 'input',
    error: /^StdinNotImplementedError$/,
    source: 'ipykernel: input() without a person'
  }
];

/** Of the network. */
export const networkRules: readonly IErrorRule[] = [
  {
    kind: 'address',
    error: /^(?:HTTPError|HTTPStatusError|ClientResponseError)$/,
    message: /(?<subject>(?:HTTP Error )?\b[345]\d\d\b[^\n]{0,200})/,
    source: 'urllib, requests, httpx, aiohttp'
  },
  {
    kind: 'network',
    message:
      /Name or service not known|Temporary failure in name resolution|nodename nor servname|getaddrinfo failed|No address associated with hostname|Network is unreachable|No route to host|Connection refused|Failed to establish a new connection|Failed to resolve|Max retries exceeded|Connection reset by peer|Remote end closed connection|CERTIFICATE_VERIFY_FAILED/,
    source: 'sockets, urllib3'
  },
  {
    kind: 'network',
    error:
      /^(?:URLError|gaierror|ConnectionError|ConnectTimeout|ConnectError|ReadTimeout|MaxRetryError|NewConnectionError|NameResolutionError|ClientConnectorError|ClientConnectorDNSError|EndpointConnectionError|SSLError|ProxyError)$/,
    source: 'urllib, requests, httpx, aiohttp, botocore'
  },
  {
    kind: 'network',
    error: /^TimeoutError$/,
    traceback: /socket\.py|urllib|http\/client\.py|ssl\.py/,
    source: 'sockets'
  }
];

import type { Sign } from "../../../src/features/office-hours/prepare/find-signs.ts";

/** A question of a public repository, shortened, with what a person finds in it. */
export interface SupportThread {
  readonly from: string;
  readonly text: string;
  readonly holds: readonly Sign[];
  /** What is found in it instead, where that is something else. */
  readonly found?: readonly Sign[];
}

/** Those that the finders were made with. */
export const knownThreads: readonly SupportThread[] = [
  {
    from: "amidaware/rmmagent#30",
    text: 'The RMM agent crashes on startup sometimes. This can be found in the logs:\n\nAgent version: v2.4.3\n\n```\ntime="2023-01-18T14:48:32+01:00" level=info msg="Agent service started"\ntime="2023-02-01T10:06:27+01:00" level=error msg="error calling GetWUAUpdateCollection"\n```',
    holds: ["versions", "log"],
  },
  {
    from: "LAB02-Research/HASS.Agent#77",
    text: "Just intalled it on on Windows 10 machine. Every time I try to start it, it crashes. I uninstalled and reinstalled and it still crashes.",
    holds: ["versions", "tried"],
  },
  {
    from: "MAA1999/M9A#617",
    text: "### 问题描述\n\nagent启动失败\n\n### Version\n\n3.17.0 beta5\n\n### 日志和配置文件\n\n[debug.zip](https://github.com/user-attachments/files/23896255/debug.zip)\n\n### 截图或录屏",
    holds: ["versions", "log"],
  },
  {
    from: "joshuar/go-hass-agent#487",
    text: '**Go Hass Agent Version**\n13.2.3\n\n**Describe the bug**\nWhen go-hass-agent is set to autostart, it sometimes crashes.\nLogs only show:\ntime=2025-04-06T13:17:53.291+02:00 level=WARN msg="Could not init worker." linux.controller=sensor\n\n**To Reproduce**\nI\'m not able to reproduce there seems to be no pattern, when this happens.',
    holds: ["versions", "log"],
  },
  {
    from: "logdna/logdna-agent#35",
    text: "With the recent logdna-agent version on Ubuntu 16.04 I noticed it sometimes suddenly just dies off.\n\n```\n[180119 10:06:00] Connected to logs.logdna.com:443 (52.168.140.197) (SSL)\n[180119 10:12:11] Agent restart request received, restarting...\nNot stopped; may still be shutting down or shutdown may have failed\n```\n\nA simple `sudo service logdna-agent restart` doesn't bring it back up. This requires a stop/start.",
    holds: ["versions", "log", "tried"],
  },
  {
    from: "LAB02-Research/HASS.Agent#242",
    text: "Please make sure your bug isn't already listed on HASS.Agent's issue tracker\n\n----\n\n**Describe the bug**\nA clear and concise description of what the bug is.\n\n**To Reproduce**\nSteps to reproduce the behavior:\n1. Go to '...'\n2. Click on '....'\n3. See error\n\n**Misc info (please complete the following information):**\n - Windows' UI language: \n - HASS.Agent version: 2012.14\n - [x] Installed via installer",
    holds: ["versions"],
  },
  {
    from: "dyad-sh/dyad#2753",
    text: "**Describe the bug**\nA clear and concise description of what the bug is.\n\n**To Reproduce**\nSteps to reproduce the behavior:\n1. Go to '...'\n2. Scroll down to '....'\n3. See error\n\n**Desktop (please complete the following information):**\n\n- OS: [e.g. iOS]\n- Browser [e.g. chrome, safari]\n- Version [e.g. 22]\n\n**Additional context**",
    holds: [],
  },
  {
    from: "LAB02-Research/HASS.Agent#235",
    text: "HASS.Agent installed fine. It connected to the HASS and was able to set up sensors but since doing so, the app crashes after about 10 seconds of opening it.\n\n**Misc info (please complete the following information):**\n - HASS.Agent version: 2022.14.0\n\n**Logs**\nIf possible, please provide the logs of HASS.Agent and - if applicable - the Satellite Service.",
    holds: ["versions"],
  },
  {
    from: "firefly-iii/firefly-iii#1628",
    text: "I can't upgrade my self-hosted Firefly installation from v4.7.2.2 to v4.7.5.3.\n\nTo upgrade, I followed [these instructions][2].\n\nWhen I run `docker-compose restart firefly_app_iii` the container is just restarted and no upgrade is done.\n\n[2]: https://example.com/upgrading",
    holds: ["versions", "tried"],
  },
  {
    from: "nextcloud/docker#1601",
    text: "I just tried updating my installation with:\n`docker-compose pull` and `docker-compose up -d`\n\nThe error log show following:\n\n```\nInitializing nextcloud 22.2.0.2 ...\nUpgrading nextcloud from 22.1.1.2 ...\nAn unhandled exception has been thrown:\nDoctrine\\DBAL\\Exception: Failed to connect to the database\nStack trace:\n#0 /var/www/html/3rdparty/doctrine/dbal/src/Connection.php(1486): Doctrine->getWrappedConnection()\n```",
    holds: ["versions", "log"],
    found: ["versions", "log", "tried"],
  },
  {
    from: "tobybatch/kimai2#237",
    text: "After modifying my docker-compose image from `kimai/kimai2:fpm-alpine-1.13-prod` to `kimai/kimai2:fpm-1.14-prod`, the logs show the following:\n```\nkimai_1    | Unkown database type, cannot proceed.  Expected one of: mysql, sqlite. Received: []\n```\nI have tested connectivity to the MySQL DB host. I also tried to swap with the password declared in the db envvars.",
    holds: ["versions", "log", "tried"],
    found: ["log", "tried"],
  },
  {
    from: "RotherOSS/otobo-docker#162",
    text: "Running scripts/update.sh \n\nstarted do_update_tasks()\nSat Nov  1 14:34:05 UTC 2025\nDBI connect('database=otobo;host=db','otobo',...) failed: Can't connect to server on 'db' (115) at /opt/Connector.pm line 31.\nERROR: OTOBO-otobo.Console.pl-Admin::Package::ReinstallAll-69 Perl: 5.40.3 OS: linux Time: Sat Nov  1 14:34:08 2025",
    holds: ["versions", "log"],
  },
  {
    from: "agit8or1/clientst0r#109",
    text: "### Description\n\nToday i updated to .98 \n\nno matter how much I hard refreshed it would still stick on .97 on certain pages and .98 on others\n\n### Steps to reproduce\n\n1. update it .98\n2. wait for update to complete\n\n### Version\n\n3.13.98",
    holds: ["versions", "tried"],
  },
  {
    from: "ecronix/react-most-wanted#505",
    text: "having an oddball cache issue after a new build on a couple devices, and I have made sure the old files are removed.  it's served by nginx.  one is a PC with Chrome browser, loading the page shows the old version, a CTRL+F5 shows the new version, as expected, but just F5 again and the old version comes back.",
    holds: ["tried"],
  },
  {
    from: "Slion/Fulguris#466",
    text: "# Description\n\nThe clear cache button in privacy settings doesn't clear all page caches.\n\n# Environment\n - Device: Xiaomi redmi note 2\n - OS: Android 11\n - Version: 1.8.23\n\n# To reproduce\n- Go to a page\n- Click clear cache, still not updated",
    holds: ["versions"],
  },
  {
    from: "thomasloven/hass-browser_mod#901",
    text: "### My Home Assistant Version\n\nCore 2025.6.2\nFrontend 20250531.3\n\n### What I am doing\n\nUpdated to Browser Mod 2.4.1\n\n### Include any yaml code here\n\n```YAML\nNone\n```\n\n### Error messages from the browser console\n\n```console\nNone\n```",
    holds: ["versions"],
  },
  {
    from: "alextselegidis/easyappointments#910",
    text: "My server is correctly set to Europe/Rome timezone (php.ini too).\n\nThis is what I tested:\n1) I load the booking form, I fill in a test booking using. In this form, by default it will auto-select Berlin (+1), but I have also tested setting Rome (+1) with the same result.\n2) I book a slot for 9AM, everything is confirmed.",
    holds: ["tried"],
  },
  {
    from: "calcom/cal.diy#1092",
    text: "### Issue Summary\n\nWhen booking appointments after 11/7 (daylight savings end), the start and end times get shifted one hour earlier.\n\n### Technical details\n\n- Browser version: Chrome 95\n- Calendar is hosted on cal.com (not self-hosted)",
    holds: ["versions"],
  },
  {
    from: "calcom/cal.diy#6217",
    text: "### Issue Summary\n\nUnable to book any appointments after March 12 when Daylight Savings Time takes effect in the US.\n\n### Technical details\n\nI have tried changing availability times to open them up wider to see if that would allow things to bypass this problem and it does not appear to.",
    holds: ["tried"],
  },
  {
    from: "maykar/kiosk-mode#43",
    text: "I've updated version 1.51 but it doesn't work. \nI also cancelled the cache as described. \nBack to 1.49 and everything came back perfect.\nSorry for my English\nWalter",
    holds: ["versions", "tried"],
  },
  {
    from: "alextselegidis/easyappointments#1789",
    text: "Cannot modify appointment if time zone of provider is a negative offset from UTC.\n\n## Steps to Reproduce the Problem\n\n  1. Modify the time zone of a provider, use Chicago (-6:00) for example.\n  2. Book an appointment 4 hours in the future\n\n## Workaround\nUse -720 for the timeout in the Business Logic section. ",
    holds: ["tried"],
  },
  {
    from: "calcom/cal.diy#3190",
    text: "### Issue Summary\n\ndifferent clients have reserved the same timeslot.\n\n### Steps to Reproduce\n\n1. fresh installation version 1.6.3\n2. setup the event type and assign availability\n3. different clients were able to reserve the same timeslot",
    holds: ["versions"],
  },
];

/** Those that were found and judged when the finders were settled. */
export const laterThreads: readonly SupportThread[] = [
  {
    from: "ravibpatel/AutoUpdater.NET#267",
    text: "Hi, after succesful update ( via ZIP file) , service won't start itself and throws an error Event :\n\nService cannot be started. The service process could not connect to the service controller\n\nnothing more.\nIt's run with:\nAutoUpdates.AutoUpdates.IsWinService = true;",
    holds: ["log"],
    found: [],
  },
  {
    from: "JFLarvoire/SysToolsLib#10",
    text: "thanks for sharing this nice script. I have problems after rebooting the os (Win10), the service i created didn't come up afterwards.",
    holds: [],
  },
  {
    from: "SickChill/sickchill#7631",
    text: "Install: pip\nVersion: v2021.07.23-1\n\nClicking the update button made the Sickchill service paused. \nTired uninstall and do a new install from the new windows setup which didn't fix the issue. \n\nI also tried using the pip command from a CMD once it was working but that didn't help.",
    holds: ["versions", "tried"],
  },
  {
    from: "kolide/launcher#610",
    text: "I've had a customer report launcher hangs after a windows update. It might include the error `service failed to start due to the following error: %%1053` from service control manager",
    holds: ["log"],
  },
  {
    from: "Aetopia/BedrockUpdater#5",
    text: 'whenever i try to launch the updater i keep getting this error :\n\nbut it does not specifically say which service is the problem so i made this script :\n```\nforeach ($svc in $services) {\n    try {\n        Start-Service -Name $svc.Name -ErrorAction SilentlyContinue\n    }\n    catch {\n        Write-Host "Failed: $($svc.Name) $_" -ForegroundColor Red\n    }\n}\n```\nafter running this script i got it to finally work but i was still curious',
    holds: ["tried"],
    found: ["log"],
  },
  {
    from: "dlebansais/Kill-Update#10",
    text: "I've noticed one thing. When I disable killupdate and allow the update killupdate won't start after first restart. I do keep launch on startup ticked.",
    holds: [],
  },
  {
    from: "theotherp/nzbhydra-windows-releases#6",
    text: 'I\'m getting the following error when trying to start the windows service.\n"Windows could not start the NzbHyrdra serice on Local Computer.  The service did not return an error. This could be an internal Windows error or an internal service error."\n\nThis started after the Windows 10 Creators edition update.',
    holds: ["versions", "log"],
    found: ["versions"],
  },
  {
    from: "rockstor/rockstor-core#2999",
    text: "Observed on pending 5.1.0-0 TW/SR based installers with Samba configured.\n\nN.B. a reboot does not automatically re-establish the samba service's on status.\n\n```\n[  OK  ] Finished Rockstor bootstrapping tasks.\n         Starting Samba SMB Daemon...\n[FAILED] Failed to start Samba SMB Daemon.\n```",
    holds: ["versions", "log", "tried"],
    found: ["versions", "log"],
  },
  {
    from: "tsgrgo/windows-update-disabler#15",
    text: "C:\\Windows\\System32>sc config wuauserv start= auto\n[SC] OpenService 失败 1060:\n\n指定的服务未安装。\n\nC:\\Windows\\System32>sc config UsoSvc start= auto\n[SC] ChangeServiceConfig 成功",
    holds: ["log"],
    found: [],
  },
  {
    from: "EnterpriseDB/edb-installers#400",
    text: 'Immediately after installing the Windows 11 Cumulative update KB5063878, the services for the three versions I have installed failed to start.\n\nThe error in the event log is:\n\n`pg_ctl: could not find postgres program executable`\n\n`"C:\\Program Files\\PostgreSQL\\14\\bin\\pg_ctl.exe" runservice -N "postgresql-x64-14"`',
    holds: ["versions", "log"],
  },
  {
    from: "MoshiMoshi0/TTController#4",
    text: "I'd tried to install the later version, from a previous one.\nI'd deleted everything but the .config file, with the service stopped.\n\nMy steps taken were to go into the regedit console, and delete the TTController service.\n\nThis allowed for a fresh install, but it stops at the same spot, still.",
    holds: ["tried"],
  },
  {
    from: "malwaredllc/byob#695",
    text: "I've got a errno110, the 1337-1339 ports are open and listened, so I don't know how to fix this",
    holds: [],
  },
  {
    from: "woc-hack/tutorial#25",
    text: "I'm running the following command to get all commits to a project\necho 'project_name' | ~/lookup/getValues -f P2fb \n\nI'm getting the \n\"ssh: connect to host da5 port 22: Connection timed out\"\nerror.",
    holds: ["log"],
    found: [],
  },
  {
    from: "chef/bento#198",
    text: "I have this problem   \n\n```\ndefault: Error: Connection timeout. Retrying...\n    default: Error: Connection timeout. Retrying...\n```\n\nwhen I use the debian 7.4 built box.",
    holds: ["versions", "log"],
  },
  {
    from: "0xNullGun/SSH-KaliLinux#4",
    text: 'When I tried to connect to it through the command given, it gave an error message "ssh: connect to host segfault.net port 22: Connection timed out"\nWhen I made an nmap scan, the port 22 was filtered. What should I do?',
    holds: ["log"],
    found: ["tried"],
  },
  {
    from: "doublecmd/doublecmd#358",
    text: "But **linux** version of doublecmd tries to connect to port  631. Both localhosts, i.e. 127.0.0.1 and then ::1. \n\nFunny thing happens if you deny this connection, doublecmd freezes on start.",
    holds: [],
  },
];

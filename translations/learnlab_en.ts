<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BannerMessage</name>
    <message numerus="yes">
        <source>%n change(s) will be sent when the network is back.</source>
        <translation>
            <numerusform>%n change will be sent when the network is back.</numerusform>
            <numerusform>%n changes will be sent when the network is back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n change(s)</source>
        <translation>
            <numerusform>Show %n change</numerusform>
            <numerusform>Show %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>size of a file</comment>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>number of things in a folder</comment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ActionController</name>
    <message numerus="yes">
        <source>%n item(s) stay as they are, first “%1”: %2</source>
        <translation>
            <numerusform>%n item stays as it is, “%1”: %2</numerusform>
            <numerusform>%n items stay as they are, first “%1”: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ActionListModel</name>
    <message numerus="yes">
        <source>%n folder(s) made</source>
        <translation>
            <numerusform>%n folder made</numerusform>
            <numerusform>%n folders made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to “%1”</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n item moved to “%1”</numerusform>
            <numerusform>%n items moved to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to trash</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n item moved to trash</numerusform>
            <numerusform>%n items moved to trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) restored</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n item restored</numerusform>
            <numerusform>%n items restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” uploaded, %n file(s)</source>
        <comment>an action</comment>
        <translation>
            <numerusform>“%1” uploaded, %n file</numerusform>
            <numerusform>“%1” uploaded, %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>what an action was about</comment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AdvancedPage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>@info names of authorities</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::BrowseController</name>
    <message numerus="yes">
        <source>%n item(s) could not be uploaded, first “%1”. The others go on.</source>
        <translation>
            <numerusform>%n item could not be uploaded, first “%1”. The others go on.</numerusform>
            <numerusform>%n items could not be uploaded, first “%1”. The others go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n item(s) to trash.</source>
        <translation>
            <numerusform>Moved %n item to trash.</numerusform>
            <numerusform>Moved %n items to trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n item(s).</source>
        <translation>
            <numerusform>Restored %n item.</numerusform>
            <numerusform>Restored %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n item(s).</source>
        <translation>
            <numerusform>Moved %n item.</numerusform>
            <numerusform>Moved %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Download %n item(s) to</source>
        <translation>
            <numerusform>Download %n item to</numerusform>
            <numerusform>Download %n items to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be downloaded, first “%1”.</source>
        <translation>
            <numerusform>%n file could not be downloaded, first “%1”.</numerusform>
            <numerusform>%n files could not be downloaded, first “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) downloaded to “%1”.</source>
        <translation>
            <numerusform>%n file downloaded to “%1”.</numerusform>
            <numerusform>%n files downloaded to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ChangesDialog</name>
    <message numerus="yes">
        <source>%n change(s) could not be made on the server and were undone here.</source>
        <translation>
            <numerusform>%n change could not be made on the server and was undone here.</numerusform>
            <numerusform>%n changes could not be made on the server and were undone here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ClipboardController</name>
    <message numerus="yes">
        <source>Cut %n item(s). Paste them where they belong</source>
        <translation>
            <numerusform>Cut %n item. Paste it where it belongs</numerusform>
            <numerusform>Cut %n items. Paste them where they belong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ConflictDialog</name>
    <message numerus="yes">
        <source>Do the same for the %n other conflict(s)</source>
        <translation>
            <numerusform>Do the same for the %n other conflict</numerusform>
            <numerusform>Do the same for the %n other conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DetailsPane</name>
    <message numerus="yes">
        <source>%n thing(s) selected</source>
        <translation>
            <numerusform>%n thing selected</numerusform>
            <numerusform>%n things selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DevicesPage</name>
    <message numerus="yes">
        <source>%n device(s) signed in</source>
        <translation>
            <numerusform>%n device signed in</numerusform>
            <numerusform>%n devices signed in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DragController</name>
    <message numerus="yes">
        <source>Fetching %n file(s) from the server…</source>
        <comment>@info while files are dragged out of the window</comment>
        <translation>
            <numerusform>Fetching %n file from the server…</numerusform>
            <numerusform>Fetching %n files from the server…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not here yet and were left out. Drag them again in a moment.</source>
        <translation>
            <numerusform>%n file was not here yet and was left out. Drag it again in a moment.</numerusform>
            <numerusform>%n files were not here yet and were left out. Drag them again in a moment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were left out. Folders and large files come with “Download a copy”.</source>
        <translation>
            <numerusform>%n item was left out. Folders and large files come with “Download a copy”.</numerusform>
            <numerusform>%n items were left out. Folders and large files come with “Download a copy”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::KeptController</name>
    <message numerus="yes">
        <source>Edited here and not on the server yet: %1 and %n more.</source>
        <comment>@info names of files</comment>
        <translation>
            <numerusform>Edited here and not on the server yet: %1 and %n more.</numerusform>
            <numerusform>Edited here and not on the server yet: %1 and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::LinksPage</name>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>%n link copied.</numerusform>
            <numerusform>%n links copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::MainWindow</name>
    <message numerus="yes">
        <source>The list of files was damaged and is made anew. %n upload(s) and changes were kept.</source>
        <translation>
            <numerusform>The list of files was damaged and is made anew. %n upload and changes were kept.</numerusform>
            <numerusform>The list of files was damaged and is made anew. %n uploads and changes were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not on the server yet.</source>
        <translation>
            <numerusform>%n item is not on the server yet.</numerusform>
            <numerusform>%n items are not on the server yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::MoveDialog</name>
    <message numerus="yes">
        <source>Move %n item(s) to</source>
        <translation>
            <numerusform>Move %n item to</numerusform>
            <numerusform>Move %n items to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NavButton</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>@info accessible description of a place in the side bar</comment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NoticeController</name>
    <message numerus="yes">
        <source>Uploaded: %n file(s) are on the server.</source>
        <comment>@info notification</comment>
        <translation>
            <numerusform>Uploaded: %n file is on the server.</numerusform>
            <numerusform>Uploaded: %n files are on the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>@title notification; %1 is a file&apos;s name</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::OfflineBar</name>
    <message numerus="yes">
        <source>%n file(s) kept</source>
        <comment>@info how many files are kept offline</comment>
        <translation>
            <numerusform>%n file kept</numerusform>
            <numerusform>%n files kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not here yet (%1)</source>
        <comment>@info how many of them, and their size</comment>
        <translation>
            <numerusform>%n not here yet (%1)</numerusform>
            <numerusform>%n not here yet (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited and not on the server yet</source>
        <comment>@info how many files</comment>
        <translation>
            <numerusform>%n edited and not on the server yet</numerusform>
            <numerusform>%n edited and not on the server yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::OfflinePage</name>
    <message numerus="yes">
        <source>%n file(s) kept offline</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n file kept offline</numerusform>
            <numerusform>%n files kept offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited and not on the server yet</source>
        <comment>@info how many files</comment>
        <translation>
            <numerusform>%n edited and not on the server yet</numerusform>
            <numerusform>%n edited and not on the server yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SearchBar</name>
    <message numerus="yes">
        <source>%n or more results</source>
        <comment>@info how many were found</comment>
        <translation>
            <numerusform>%n or more results</numerusform>
            <numerusform>%n or more results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <comment>@info how many were found</comment>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ShareSection</name>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n download</numerusform>
            <numerusform>%n downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s)</source>
        <translation>
            <numerusform>%n more link</numerusform>
            <numerusform>%n more links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <comment>@item when a link ends</comment>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::StatusBar</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transferring %n file(s)</source>
        <translation>
            <numerusform>Transferring %n file</numerusform>
            <numerusform>Transferring %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) paused</source>
        <translation>
            <numerusform>%n transfer paused</numerusform>
            <numerusform>%n transfers paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferTreeModel</name>
    <message numerus="yes">
        <source>%1 of %n file(s)</source>
        <comment>transfers that are done, of all of a group</comment>
        <translation>
            <numerusform>%1 of %n file</numerusform>
            <numerusform>%1 of %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransfersPanel</name>
    <message numerus="yes">
        <source>%1, %n transfer(s)</source>
        <comment>tab</comment>
        <translation>
            <numerusform>%1, %n transfer</numerusform>
            <numerusform>%1, %n transfers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TrashController</name>
    <message numerus="yes">
        <source>Delete %n item(s) permanently?</source>
        <translation>
            <numerusform>Delete %n item permanently?</numerusform>
            <numerusform>Delete %n items permanently?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n item(s) in the trash permanently?</source>
        <translation>
            <numerusform>Delete the %n item in the trash permanently?</numerusform>
            <numerusform>Delete all %n items in the trash permanently?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n item(s) permanently.</source>
        <translation>
            <numerusform>Deleted %n item permanently.</numerusform>
            <numerusform>Deleted %n items permanently.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be deleted.</source>
        <translation>
            <numerusform>%n item could not be deleted.</numerusform>
            <numerusform>%n items could not be deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Tray</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n item needs attention</numerusform>
            <numerusform>%n items need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) under way, %1 %</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n file under way, %1 %</numerusform>
            <numerusform>%n files under way, %1 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n file waiting</numerusform>
            <numerusform>%n files waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::UploadQuestion</name>
    <message numerus="yes">
        <source>%1 in %n folder(s).</source>
        <comment>%1 is a size</comment>
        <translation>
            <numerusform>%1 in %n folder.</numerusform>
            <numerusform>%1 in %n folders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) cannot be used on Windows, first “%1”.</source>
        <translation>
            <numerusform>%n name cannot be used on Windows, first “%1”.</numerusform>
            <numerusform>%n names cannot be used on Windows, first “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) cannot be uploaded, first “%1”.</source>
        <translation>
            <numerusform>%n item cannot be uploaded, first “%1”.</numerusform>
            <numerusform>%n items cannot be uploaded, first “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are there already, first “%1”. The same content is not sent again; where it differs:</source>
        <translation>
            <numerusform>%n file of this name is there already, first “%1”. The same content is not sent again; where it differs:</numerusform>
            <numerusform>%n files of these names are there already, first “%1”. The same content is not sent again; where it differs:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln file(s) to “%1”?</source>
        <translation>
            <numerusform>Upload %Ln file to “%1”?</numerusform>
            <numerusform>Upload %Ln files to “%1”?</numerusform>
        </translation>
    </message>
</context>
</TS>

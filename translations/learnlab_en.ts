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
    <name>learnlab::ui::MainWindow</name>
    <message numerus="yes">
        <source>The list of files was damaged and is made anew. %n upload(s) and changes were kept.</source>
        <translation>
            <numerusform>The list of files was damaged and is made anew. %n upload and changes were kept.</numerusform>
            <numerusform>The list of files was damaged and is made anew. %n uploads and changes were kept.</numerusform>
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
</TS>

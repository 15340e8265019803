package dev.dateline.wire.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ninjs31Test {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // 2.x: spelling
                "{'pubstatus':'usable','embargoed':'e'} | {'pubStatus':'usable','embargoedUntil':'e'}",
                "{'versioncreated':'v','firstcreated':'f','contentcreated':'c'}"
                        + " | {'versionCreated':'v','firstCreated':'f','contentCreated':'c'}",
                "{'copyrightholder':'h','copyrightnotice':'n','usageterms':'u','ednote':'e'}"
                        + " | {'copyrightHolder':'h','copyrightNotice':'n','usageTerms':'u','edNote':'e'}",
                "{'bodies':[{'contenttype':'t','charcount':1,'wordcount':1,'value':'v'}]}"
                        + " | {'bodies':[{'contentType':'t','charCount':1,'wordCount':1,'value':'v'}]}",
                "{'infosources':[{'name':'n','contactinfo':[{'address':{'postalcode':'1'}}]}]}"
                        + " | {'infoSources':[{'name':'n','contactInfo':[{'address':{'postalCode':'1'}}]}]}",
                "{'organisations':[{'symbols':[{'ticker':'T','symboltype':'s'}]}]}"
                        + " | {'organisations':[{'symbols':[{'symbol':'T','symbolType':'s'}]}]}",
                "{'places':[{'geojson':{'type':'Point'}}]} | {'places':[{'geoJSON':{'type':'Point'}}]}",
                "{'renditions':[{'name':'m','sizeinbytes':1}]} | {'renditions':[{'name':'m','sizeInBytes':1}]}",
                "{'altids':[{'role':'r','value':'v'}],'trustindicators':[]}"
                        + " | {'altIds':[{'role':'r','value':'v'}],'trustIndicators':[]}",
                "{'rightsinfo':{'langid':'l','linkedrights':'k'},'digitalsourcetype':{}}"
                        + " | {'rightsInfo':{'langId':'l','linkedRights':'k'},'digitalSourceType':{}}",
                "{'associations':[{'name':'a','uri':'u','pubstatus':'usable'}]}"
                        + " | {'associations':[{'name':'a','uri':'u','pubStatus':'usable'}]}",
                // 1.x: structure
                "{'headline':'h','headline_short':'s'}"
                        + " | {'headlines':[{'role':'main','value':'h'},{'role':'short','value':'s'}]}",
                "{'body_text':'t','body_xhtml':'x','body_own':'o'} | {'bodies':["
                        + "{'role':'text','contentType':'text/plain','value':'t'},"
                        + "{'role':'xhtml','contentType':'text/html','value':'x'},{'role':'own','value':'o'}]}",
                "{'body_text':'t','charcount':1,'wordcount':1}"
                        + " | {'bodies':[{'role':'text','contentType':'text/plain','value':'t','charCount':1,'wordCount':1}]}",
                "{'description_text':'d'} | {'descriptions':[{'role':'text','contentType':'text/plain','value':'d'}]}",
                "{'person':[{'name':'N','rel':'about','scheme':'http://s/','code':'c'}]}"
                        + " | {'people':[{'name':'N','rel':'about','uri':'http://s/c','literal':'c'}]}",
                "{'organisation':[{'code':'c'}]} | {'organisations':[{'literal':'c'}]}",
                "{'subject':[{'scheme':'http://s','code':'c'}]} | {'subjects':[{'uri':'http://s/c','literal':'c'}]}",
                "{'place':[{'geometry_a':{'type':'Point'}}]} | {'places':[{'geoJSON':{'type':'Point'}}]}",
                "{'place':[{'geometry_a':{'a':1},'geometry_b':{'b':1}}]} | {'places':[{'geoJSON':"
                        + "{'type':'GeometryCollection','geometries':[{'a':1},{'b':1}]}}]}",
                "{'infosource':[{'name':'n','rel':'r'}]} | {'infoSources':[{'name':'n','role':'r'}]}",
                "{'event':[],'object':[],'genre':[]} | {'events':[],'objects':[],'genres':[]}",
                "{'trustindicator':[{'scheme':'http://s/','code':'c','title':'t'}]}"
                        + " | {'trustIndicators':[{'title':'t','role':'http://s/c'}]}",
                "{'renditions':{'main':{'href':'h','mimetype':'m'}}}"
                        + " | {'renditions':[{'name':'main','href':'h','contentType':'m'}]}",
                "{'associations':{'pic':{'uri':'u','headline':'h'}}}"
                        + " | {'associations':[{'name':'pic','uri':'u','headlines':[{'role':'main','value':'h'}]}]}",
                "{'altids':{'a':'1','b':'2'}} | {'altIds':[{'role':'a','value':'1'},{'role':'b','value':'2'}]}",
                "{'representationtype':'complete'} | {'representationType':'full'}",
                "{'representationtype':'incomplete'} | {'representationType':'partial'}",
                "{'byline':'b','$standard':{'name':'ninjs'}} | {'by':'b','standard':{'name':'ninjs'}}",
                // the minimal form
                "{'body':'b','contentType':'text/html'}"
                        + " | {'bodies':[{'value':'b','role':'main','contentType':'text/html'}]}",
                "{'outlet':'o','url':'http://u'}"
                        + " | {'infoSources':[{'name':'o'}],'altIds':[{'value':'http://u','role':'url'}]}",
                "{'publishedAt':'d'} | {'versionCreated':'d'}",
                "{'publishedAt':'d','versionCreated':'v'} | {'publishedAt':'d','versionCreated':'v'}",
                // unknown, contradictory or of a wrong type: untouched
                "{'x':{'pubstatus':1},'y':null,'mimetype':'m'} | {'x':{'pubstatus':1},'y':null,'mimetype':'m'}",
                "{'pubstatus':'a','pubStatus':'b'} | {'pubstatus':'a','pubStatus':'b'}",
                "{'person':[{'code':'a'}],'people':[]} | {'person':[{'code':'a'}],'people':[]}",
                "{'body':5,'body_text':5,'headline':[],'outlet':[],'url':1}"
                        + " | {'body':5,'body_text':5,'headline':[],'outlet':[],'url':1}",
                "{'body_text':'t','bodies':'x'} | {'body_text':'t','bodies':'x'}",
                "{'person':'x','altids':5,'renditions':{'a':1}} | {'people':'x','altIds':5,'renditions':{'a':1}}",
                "{'people':[5,null,'x'],'associations':[7]} | {'people':[5,null,'x'],'associations':[7]}"
            })
    void upgradesOlderLinesAndTheMinimalForm(String older, String upgraded) throws JsonProcessingException {
        ObjectNode document = read(older);

        Ninjs31.upgrade(document);

        assertThat(document).isEqualTo(read(upgraded));
    }

    @Test
    void leavesADocumentOf31AsItIs() throws JsonProcessingException {
        String current = "{'uri':'u','type':'text','pubStatus':'usable','embargoedUntil':'e','bodies':[{'role':'main',"
                + "'contentType':'text/plain','value':'v','charCount':1}],'people':[{'name':'n','uri':'u:1'}],"
                + "'renditions':[{'name':'main','contentType':'image/jpeg'}],'standard':{'version':'3.1'}}";
        ObjectNode document = read(current);

        Ninjs31.upgrade(document);

        assertThat(document).hasToString(current.replace('\'', '"'));
    }

    @Test
    void changesNothingTheSecondTime() throws JsonProcessingException {
        ObjectNode document = read("{'headline':'h','body_text':'t','altids':{'a':'1'},'person':[{'code':'c'}]}");
        Ninjs31.upgrade(document);
        ObjectNode once = document.deepCopy();

        Ninjs31.upgrade(document);

        assertThat(document).isEqualTo(once);
    }

    private static ObjectNode read(String json) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }
}

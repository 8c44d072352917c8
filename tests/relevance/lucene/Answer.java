import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Answers queries with Lucene: documents and queries are lines "id TAB text", the answer is a TREC run.
 *
 * Arguments: documents, queries, run, depth.
 */
public final class Answer {
    public static void main(String[] arguments) throws Exception {
        var analyzer = new EnglishAnalyzer();
        var directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity());
        try (var writer = new IndexWriter(directory, config)) {
            for (String line : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
                int tab = line.indexOf('\t');
                var document = new Document();
                document.add(new StringField("id", line.substring(0, tab), Field.Store.YES));
                document.add(new TextField("text", line.substring(tab + 1), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        int depth = Integer.parseInt(arguments[3]);
        try (var reader = DirectoryReader.open(directory);
                var run = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2]), StandardCharsets.UTF_8))) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity());
            var stored = searcher.storedFields();
            IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
            for (String line : Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
                int tab = line.indexOf('\t');
                Query query = new QueryBuilder(analyzer).createBooleanQuery("text", line.substring(tab + 1));
                if (query == null) {
                    continue;
                }
                int rank = 0;
                for (ScoreDoc hit : searcher.search(query, depth).scoreDocs) {
                    rank++;
                    String id = stored.document(hit.doc).get("id");
                    run.println(line.substring(0, tab) + " Q0 " + id + " " + rank + " " + hit.score + " lucene");
                }
            }
        }
    }
}

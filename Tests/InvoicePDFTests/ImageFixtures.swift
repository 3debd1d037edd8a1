import Testing

@testable import InvoicePDF

/// Small pictures made with Pillow, pypng and libvips, and what libvips reads in them.
enum ImageFixtures {
    struct PNG: Sendable {
        let name: String
        let width: Int
        let height: Int
        let base64: String
        /// Red, green, blue and alpha of each pixel; of 16 bits the upper 8.
        let rgba: String

        var pixels: [UInt8]? { [UInt8](base64: Array(rgba.utf8)[...]) }
    }

    static let pngs = [
        PNG(
            name: "RGB",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAIAAACepSOSAAAAGUlEQVR4nGNkYPjPKf0dK2JiF/2JC9FbDgANKDqUsh+2AgAAAABJRU5E\
                rkJggg==
                """,
            rgba: """
                AAD//wkb9v8SNu3/G1Hk/yRs2/8th9L/NqLJ/z+9wP9I2Lf/BxX4/xAw7/8ZS+b/Imbd/yuB1P80nMv/PbfC/0bSuf9P7bD/Dirx/xdF\
                6P8gYN//KXvW/zKWzf87scT/RMy7/03nsv9WAqn/FT/q/x5a4f8nddj/MJDP/zmrxv9Cxr3/S+G0/1T8q/9dF6L/HFTj/yVv2v8uitH/\
                N6XI/0DAv/9J27b/Uvat/1sRpP9kLJv/I2nc/yyE0/81n8r/PrrB/0fVuP9Q8K//WQum/2Imnf9rQZT/
                """
        ),
        PNG(
            name: "L",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAAAAAA0rOsZAAAAKklEQVR4nGOUFRKEQCY+XihkgjHKIWJ8fHx8THx8fHx8vHzlvFDZcj4+\
                AHTfBFezMZJaAAAAAElFTkSuQmCC
                """,
            rgba: """
                HR0d/y8vL/9AQED/UlJS/2NjY/91dXX/hoaG/5iYmP+pqan/Kysr/zw8PP9OTk7/X19f/3Fxcf+CgoL/lJSU/6Wlpf+3t7f/ODg4/0pK\
                Sv9bW1v/bW1t/35+fv+QkJD/oaGh/7Ozs/8uLi7/RkZG/1dXV/9paWn/enp6/4yMjP+enp7/r6+v/8HBwf88PDz/VFRU/2VlZf93d3f/\
                iIiI/5qamv+rq6v/vb29/zg4OP9JSUn/YWFh/3Nzc/+EhIT/lpaW/6enp/+5ubn/NDQ0/0ZGRv9XV1f/
                """
        ),
        PNG(
            name: "LA",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAQAAAC7znxOAAAALUlEQVR4nGOUZRDSFdRFxkx8yrzKqJgJXaBcGUkVDDIhmBA1vKgay5X5\
                lPmUAZH4C+Y27FxvAAAAAElFTkSuQmCC
                """,
            rgba: """
                HR0dAC8vLy1AQEBaUlJSh2NjY7R1dXXhhoaGDpiYmDupqaloKysrIzw8PFBOTk59X19fqnFxcdeCgoIElJSUMaWlpV63t7eLODg4RkpK\
                SnNbW1ugbW1tzX5+fvqQkJAnoaGhVLOzs4EuLi6uRkZGaVdXV5ZpaWnDenp68IyMjB2enp5Kr6+vd8HBwaQ8PDzRVFRUjGVlZbl3d3fm\
                iIiIE5qamkCrq6ttvb29mjg4OMdJSUn0YWFhr3Nzc9yEhIQJlpaWNqenp2O5ubmQNDQ0vUZGRupXV1cX
                """
        ),
        PNG(
            name: "RGBA",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAYAAAARx7TFAAAAHElEQVR4nGNkYPjPwCn9XRcfZmIX/alMCA9GRQCju0IjFzWftwAAAABJ\
                RU5ErkJggg==
                """,
            rgba: """
                AAD/AAkb9i0SNu1aG1HkhyRs27Qth9LhNqLJDj+9wDtI2LdoBxX4IxAw71AZS+Z9ImbdqiuB1Nc0nMsEPbfCMUbSuV5P7bCLDirxRhdF\
                6HMgYN+gKXvWzTKWzfo7scQnRMy7VE3nsoFWAqmuFT/qaR5a4ZYnddjDMJDP8Dmrxh1Cxr1KS+G0d1T8q6RdF6LRHFTjjCVv2rkuitHm\
                N6XIE0DAv0BJ27ZtUvatmlsRpMdkLJv0I2ncryyE09w1n8oJPrrBNkfVuGNQ8K+QWQumvWImneprQZQX
                """
        ),
        PNG(
            name: "palette of 16 with alpha",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGBAMAAADj6an2AAAAMFBMVEVQ8a9J3LZFzro/vcA6rsU1n8ovjtAsg9QmcdkgYN8vTNAWQulN\
                KLINJ/JZCqYEC/xwBJZpAAAABHRSTlMAgP8HX+YVywAAAC9JREFUeJwBJADb/wH9vM7MvQIAAO7f8ALe3u/u4ALe797wAALf3+/+4ALv\
                7u/eAJoSFyJRMHQbAAAAAElFTkSuQmCC
                """,
            rgba: """
                BAv8/w0n8v8WQun/IGDf/yZx2f8sg9T/NZ/K/z+9wAdJ3LaABAv8/w0n8v8WQun/IGDf/yyD1P81n8r/P73AB0XOuv9Q8a8ADSfy/xZC\
                6f8gYN//LIPU/y+O0P86rsX/Rc66/1DxrwBZCqb/FkLp/yBg3/8mcdn/L47Q/zquxf9Fzrr/Sdy2gFDxrwBZCqb/IGDf/yZx2f8vjtD/\
                NZ/K/z+9wAdJ3LaAUPGvAFkKpv9NKLL/JnHZ/yyD1P81n8r/P73AB0XOuv9Q8a8AWQqm/00osv9NKLL/
                """
        ),
        PNG(
            name: "palette of 4",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGAgMAAABsqVxWAAAADFBMVEVI2bczmswlXNo0G8vcdmNrAAAAIUlEQVR4nGP4NYWB6cMBBiaG\
                PweY9n9gYPpzmIHpPQ8DAHqGCW6NDpBHAAAAAElFTkSuQmCC
                """,
            rgba: """
                NBvL/zQby/8lXNr/JVza/yVc2v8zmsz/M5rM/0jZt/9I2bf/NBvL/yVc2v8lXNr/JVza/zOazP8zmsz/M5rM/0jZt/9I2bf/NBvL/yVc\
                2v8lXNr/JVza/zOazP8zmsz/SNm3/0jZt/80G8v/JVza/yVc2v8lXNr/M5rM/zOazP9I2bf/SNm3/0jZt/80G8v/JVza/yVc2v8zmsz/\
                M5rM/0jZt/9I2bf/SNm3/zQby/80G8v/JVza/zOazP8zmsz/SNm3/0jZt/9I2bf/NBvL/zQby/80G8v/
                """
        ),
        PNG(
            name: "palette of 200",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAMAAAAmGUT3AAAAolBMVEVU/KtS9q1Q8K9P7bBN57JL4bRJ27ZI2LdH1bhG0rlEzLtCxr1A\
                wL8/vcA+usE9t8I7scQ5q8Y3pcg2osk1n8o0nMsyls0wkM8uitEth9IshNMrgdQpe9Ynddglb9okbNsjadwiZt0gYN8eWuFrQZQcVOMb\
                UeQZS+YXRegVP+pkLJtiJp1dF6ISNu0QMO8OKvEJG/ZbEaRZC6ZWAqkHFfgAAP/uHTOtAAAARElEQVR4nGMwNdBVk5cU5mVnMNFTV5QW\
                5edkZtDXUJIRE+BiMWbQVJYVF+RmZdBhUJWTEOJhYzTUYlCQEuHjYDLSVgEAsosFmE8IR/kAAAAASUVORK5CYII=
                """,
            rgba: """
                AAD//wkb9v8SNu3/G1Hk/yRs2/8th9L/NqLJ/z+9wP9I2Lf/BxX4/xAw7/8ZS+b/Imbd/yuB1P80nMv/PbfC/0bSuf9P7bD/Dirx/xdF\
                6P8gYN//KXvW/zKWzf87scT/RMy7/03nsv9WAqn/FT/q/x5a4f8nddj/MJDP/zmrxv9Cxr3/S+G0/1T8q/9dF6L/HFTj/yVv2v8uitH/\
                N6XI/0DAv/9J27b/Uvat/1sRpP9kLJv/I2nc/yyE0/81n8r/PrrB/0fVuP9Q8K//WQum/2Imnf9rQZT/
                """
        ),
        PNG(
            name: "one bit",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGAQAAAAA5vIloAAAAGklEQVR4nGPkKmNSZGDwYmB6zMCkycDEzAAAFVcCBNWJdqUAAAAASUVO\
                RK5CYII=
                """,
            rgba: """
                AAAA/wAAAP8AAAD/AAAA//////8AAAD//////wAAAP//////AAAA/wAAAP//////AAAA//////8AAAD/////////////////AAAA////\
                //8AAAD/AAAA//////8AAAD//////wAAAP8AAAD/AAAA/wAAAP//////AAAA////////////AAAA//////8AAAD/AAAA//////8AAAD/\
                /////wAAAP///////////wAAAP8AAAD/AAAA//////8AAAD///////////8AAAD/AAAA//////8AAAD/
                """
        ),
        PNG(
            name: "2 bits with a transparent grey",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGAgAAAAB+HPO4AAAAAnRSTlMAAHaTzTgAAAAhSURBVHicY+Bd4cAgp3yA4a3aAYbCkw0M/z44\
                MGyvYgAAYjoI41RpM2kAAAAASUVORK5CYII=
                """,
            rgba: """
                AAAAAAAAAAD/////VVVV/6qqqv+qqqr/qqqq/wAAAABVVVX/AAAAAFVVVf//////qqqq/wAAAACqqqr/AAAAAP///////////////6qq\
                qv//////VVVV/wAAAACqqqr/VVVV/6qqqv//////VVVV//////8AAAAAVVVV//////8AAAAAqqqq/1VVVf+qqqr/////////////////\
                qqqq////////////AAAAAAAAAABVVVX/qqqq//////9VVVX//////1VVVf//////qqqq/6qqqv8AAAAA
                """
        ),
        PNG(
            name: "4 bits interlaced",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGBAAAAAGGWzaOAAAANUlEQVR4nAEqANX/AJoA8ACuAADsALQA0Z+QAM0nAKPjALUCAEAf5GMg\
                AAI3W3XgAPF9vQcAQn8O65sbJPMAAAAASUVORK5CYII=
                """,
            rgba: """
                mZmZ/8zMzP/u7u7/3d3d//////8iIiL/zMzM/3d3d/+qqqr/RERE/wAAAP8RERH//////+7u7v9ERET/ZmZm/zMzM/8iIiL/3d3d/6qq\
                qv8RERH/MzMz/5mZmf/u7u7//////zMzM/+ZmZn/AAAA/yIiIv8zMzP/d3d3/1VVVf+7u7v/d3d3/1VVVf/u7u7/qqqq/7u7u/+7u7v/\
                VVVV/+7u7v8AAAD/RERE/yIiIv8AAAD//////xEREf93d3f/3d3d/7u7u//d3d3/AAAA/3d3d/8AAAD/
                """
        ),
        PNG(
            name: "16 bits grey with a transparent one",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGEAAAAABkPDdaAAAAAnRSTlMxBLejDpMAAAB9SURBVHicAXIAjf8AMQTYjBK7ln8FKE8H7slR\
                P08eABbYxlIsNH+5BksFpdbQAgF3XwBtXiCQpRq9P/wpMhbsWQ/aJCoAmTDeBuVQvW4G5WrUzh2HKjCuAK5NF8iygwSZXD1LAPCauiOn\
                ywB+QEll2ljyQjebPpZQr3ofQhXRky1qBPA10gAAAABJRU5ErkJggg==
                """,
            rgba: """
                MTExANjY2P8SEhL/lpaW/wUFBf9PT0//7u7u/1FRUf9PT0//FhYW/8bGxv8sLCz/f39//wYGBv8FBQX/1tbW/wICAv93d3f/bW1t/yAg\
                IP+lpaX/vb29//z8/P8yMjL/7Ozs/w8PD/8kJCT/mZmZ/97e3v/l5eX/vb29/wYGBv9qamr/zs7O/4eHh/8wMDD/rq6u/xcXF/+ysrL/\
                BAQE/1xcXP9LS0v/8PDw/7q6uv+np6f/fn5+/0lJSf/a2tr/8vLy/zc3N/8+Pj7/UFBQ/3p6ev9CQkL/
                """
        ),
        PNG(
            name: "16 bits grey and alpha",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGEAQAAADrXqANAAAA6UlEQVR4nAHeACH/AGd3+nFeLPDlgMVXN++Wb53GH1B3/8W/G+CgCj4b\
                fRFDiBNnbwD6oz6+K0HYYE1VvedKKYu5FM2pVup0sTnhAcfzkSHtcHqsJlUAjkSgSi0aJMSp2XFxezDJSa9z5Qoq1MJcimAJEBINXAKj\
                yym+AItr/7EkiyTe91I+i9/kW3LBmA+Wof7e0VaSoug3CCjlACB/jgCFdxQjOlCcaV1HO04BqAnko1MdgNhUjiVAYaMRKThTJn8hpLkA\
                I0RaIReGIXI5S1Cx6HhlMBv96aKRyh2bFR0WDukkj76uHvagrwRi373if2gAAAAASUVORK5CYII=
                """,
            rgba: """
                Z2dn+l5eXvCAgIBX7+/vb8bGxlD///+/4ODgChsbGxGIiIhn+vr6PisrK9hNTU29SkpKixQUFKnq6uqx4eHhx5GRke16enomjo6OoC0t\
                LSSpqalxe3t7ya+vr+UqKirCioqKCRISElyjo6Mpi4uL/yQkJCT39/c+39/fW8HBwQ+hoaHeVlZWojc3NygAAAB/hYWFFDo6OpxdXV07\
                AQEBCaOjox3Y2NiOQEBAoykpKVN/f3+kIyMjWhcXFyE5OTlQ6OjoZRsbG+mRkZEdFRUVFunp6Y+urq72
                """
        ),
        PNG(
            name: "16 bits RGB with a transparent colour",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGEAIAAADONf/RAAAABnRSTlNmuuhBZzCEiriPAAABVUlEQVR4nAFKAbX+AGa66EFnMLND06AR\
                Frv3znD4Da7xfPok2MSXdwbOlgygWJPNR5w4t/iXNc381J7Cqqm5RGoTagDKLFnxP8kAyyNNCR9j8EvKf3KSwkkriPObFKwhmj0Ipj1k\
                y0qfYEu3W3Tt4bwUX+RKWCEMzH0AoTFqRLFRjaGIMaxgw9iEtGlxQfNNavq4L2MYl53fUy4YcIySv8wHWHzYJ6iTAMyczaLIqEtwAKMQ\
                pjnm3LH9wWkZMUx9XlGlFd6AVw9/O7/1MYpigTH5JzqxSOBfJjOwvrG8vqOzyo9BHYnIbgAx6HKn8/mQ10ozEARB344Y2dDQiTZQtJ6m\
                SM2bf2N/AGt/4Z+GRxu5gRfgLdYMXwvhnxdJv5UAnowCInRzYWhtqUI92h7TdCNGw2Cd7y9yaetHmYc7IXN/2R39IlbZ14MTSdDcslXt\
                K9bmUQLvfOCh2jkIOogAAAAASUVORK5CYII=
                """,
            rgba: """
                ZuhnALPTEf+7zvj/rnwk/8R3zv8MWM3/nLeX/83Uwv+pRBP/ylk//wAjCf9jS3//kkmI/5usmv8IPcv/n0tb/+28X/9KIcz/oWqx/42I\
                rP/DhGn/QU36/y8Ynf9TGIz/vwd8/yeTzP/NyEv/o6bm/7HBGf9MXqX/3ld//78xYv8xJ7H/4Caw/7G+s/+PHcj/MXLz/5BKEP9Bjtn/\
                0Da0/6bNf/9/a+H/hhuB/+DWX//hF7//ngJ0/2FtQv/a0yP/w50v/2lHh/8hfx3/ItmD/0ncVf8r5gL/
                """
        ),
        PNG(
            name: "16 bits RGBA interlaced",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGEAYAAAE2UFgQAAABx0lEQVR4nAG8AUP+APFaEUvOfHW1oC9nz4bHvMsADe41FduGttIA2PYI\
                SXpfZCzaUXpF8D2GF8etd2tEp7fFALh4/a0nzIk6TKNBYxSv3fIAmYvmaIU26V+RoAqkEKDMfwBYPu3bTCBoFwIuJ1BQQJNAPX/PJ5Sj\
                6lg22ucJJCXe0Aq8rGQNvV+PACAd+XVtiAtT7fcewcoYayXiz4qgId5JtxgFxCi3QG+pAO3hvv6t8l2H3xgWHw7TqdFzZnKxx5seDLLO\
                97VFZZgOAMeUlUowEoTRVxPvsfGuzLiXZ2W2lMZmSNunPvsE+geCAHW2+ILW5RRg52YouTXjXMHRC4H5wakSR7/3DbE/MDgu1aRizsU3\
                vUGxg5wj3dgHeapaC4WgmXO4+Qvf9g8S6j0ui113iLfjKgBTYy7hiqpKrRasuHwv/FMyUaKxC7k5gI0UWHLxtKH3tvWKKoQ/lHy2QbUo\
                4zit7/201X0WjnVU+4yRKxcPlpgWjwpmInUmII4AhQtvnxeTXTfFR6iVeH8psKMwAub7yJeptwSHy1kC3aYFY2p2u57JPj+xBJb6lQb7\
                zmmZOwCGOeoupBE4l5QgtFV/X+8In1ZOh6XW1WqUzBoAAAAASUVORK5CYII=
                """,
            rgba: """
                8RHOdSD5bQu4/SeJ7R7Kaw0127biiiFJTEEU3RjEt2+gZ4a8dfjWFOcoNVzRgcESvw0/ONVixb2xnN0Hqgugc/nfD+ouXYjjWO1MaO2+\
                rV0CJ1CT3xYOqT3PlOpzcsceNuck3rL3RZgKrA1fUy6KSha4L1NRsbmAFHK09/UqP3xBKDjvtH2OVIwrD5iPZnUg2Ah6ZMeVMISZ5oXp\
                V+/xzNp68IaXZZRmkQoQzNs+BAfHd0S3hW8XXcWoeCmjAvuXt4dZ3QVqu8k/BPoGzpkAOS4RlyBVXwhW
                """
        ),
        PNG(
            name: "RGB interlaced",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAIAAAHpohMEAAAAuUlEQVR4nAGuAFH/AJyQi8K/2wBkYlEAmQYvi+LSuy2nAKwvTpoNxACB\
                Rz7VtnIA27AQJcKxHwxdOq6WX9MAAOMzXZO2AFHXY41enwBwqoMSMa0/W7hnHEsAOSDoRT6tS1Jgyp+dAPXDWsKoU3ECNyLj7L5H8TzS\
                w+q8IAME+TLXaQBGvweTP3cFPc/1H+T5pjanTlaVJU7xYaEauGMALhnCCbQ25QnH6mv6ItzjOrK/kwmuFWJEV/2T7hNOSk+dqQIAAAAA\
                SUVORK5CYII=
                """,
            rgba: """
                nJCL/+MzXf+sL07/k7YA/2RiUf9R12P/mg3E/41en//Cv9v/9cNa/8KoU/9xAjf/IuPs/75H8f880sP/6rwg/wME+f8y12n/27AQ/3Cq\
                g/8lwrH/EjGt/x8MXf8/W7j/Oq6W/2ccS/9f0wD/Rr8H/5M/d/8FPc//9R/k//mmNv+nTlb/lSVO//Fhof8auGP/mQYv/zkg6P+BRz7/\
                RT6t/4vi0v9LUmD/1bZy/8qfnf+7Laf/LhnC/wm0Nv/lCcf/6mv6/yLc4/86sr//kwmu/xViRP9X/ZP/
                """
        ),
        PNG(
            name: "RGB with a transparent colour",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAIAAACepSOSAAAABnRSTlMAVwB7ALaeM4VCAAAAs0lEQVR4nAGoAFf/AFd7trXM7+XYnGNi\
                X3PtqGXKzCYXcHMLhJnPlQDgcie5nXuhOCZU1dGNRPb5L6+G3VJ8pKabQ4MA6VM6gXZf/+QadqN5+ELtQOH0QVAZ3iqYVPulACrE8ZHF\
                t5HOtS24jnKZoh86xgUdrTF5y+fTQwBS0cj8veVn9lQojCoKOmBcBB0eJsMEU+5dXL0AoD50fr5qzm5iVIl5GGdJfzngToNTk5NgVbFT\
                02pTgVjIb4cAAAAASUVORK5CYII=
                """,
            rgba: """
                V3u2ALXM7//l2Jz/Y2Jf/3PtqP9lysz/Jhdw/3MLhP+Zz5X/4HIn/7mde/+hOCb/VNXR/41E9v/5L6//ht1S/3ykpv+bQ4P/6VM6/4F2\
                X///5Br/dqN5//hC7f9A4fT/QVAZ/94qmP9U+6X/KsTx/5HFt/+RzrX/LbiO/3KZov8fOsb/BR2t/zF5y//n00P/UtHI//y95f9n9lT/\
                KIwq/wo6YP9cBB3/HibD/wRT7v9dXL3/oD50/36+av/ObmL/VIl5/xhnSf9/OeD/ToNT/5OTYP9VsVP/
                """
        ),
        PNG(
            name: "interlaced with empty passes",
            width: 3,
            height: 1,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAMAAAABCAYAAAFs5yQiAAAAF0lEQVR4nGNgYGRiZuDg5OJmYGFlYwcAAZ8AQ9k2V6EAAAAASUVORK5C\
                YII=
                """,
            rgba: "AAECAwQFBgcICQoL"
        ),
        PNG(
            name: "animation",
            width: 3,
            height: 2,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAACGFjVEwAAAACAAAAAPONk3AAAAAaZmNUTAAAAAAAAAADAAAAAgAAAAAA\
                AAAAAAAAAQAADoOaCQAAABNJREFUeJxj5ORgZ2OAAiYGJAAAAxQAInPHh9MAAAAaZmNUTAAAAAEAAAADAAAAAgAAAAAAAAAAAAAAAQAA\
                lfBw3QAAABdmZEFUAAAAAnicY2RkYmZhgAImBiQAAAE0AA6mbiTMAAAAAElFTkSuQmCC
                """,
            rgba: "CQgHBgkIBwYJCAcGCQgHBgkIBwYJCAcG"
        ),
        PNG(
            name: "filter sub",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAYAAAARx7TFAAAAtGVYSWZJSSoACAAAAAYAEgEDAAEAAAABAAAAGgEFAAEAAABWAAAAGwEF\
                AAEAAABeAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAABmAAAAAAAAADhjAADoAwAAOGMAAOgDAAAGAACQBwAEAAAAMDIx\
                MAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAACQAAAAOgBAABAAAABgAAAAAAAAC+X5WHAAAACXBIWXMA\
                AAPoAAAD6AG1e1JrAAAAhUlEQVQImRXMQQ0AQQgDwK6bSkBGJSADCchAAjKQUDmXe08yTwMgCz4U3HIfCGzVMrsXpt8cjyuHtg8mQowC\
                j5Uwbrl4rBt20gJoL+a4C7IzVLxl5StIlNBMjwYOsG+3UrdsYIn3x6iY4/zO2gyohEzK7Kbr3dwZgfR5kOnWLIUishlS0x8F4lWHHHfi\
                XwAAAABJRU5ErkJggg==
                """,
            rgba: """
                UKAAAFAAeAAoyHh4KKAAyAAoyMgoKMh4oKB4oAAoAFAAACgooMgoyMh4eKAAyCgoyMgAUMgAUHgAeFCgyKDIAMh4yMh4oHjIKHjIoFAA\
                KMgoUCjIUCgAeFDIyKAAeMjIKAAoAHh4UMgooMgoeABQUKBQoFAoeAAoyMigKKAAoFAoyFAAoCigyFBQKMhQAFDIACjIKACgAMjIyKCg\
                AMjIyHh4KAB4yKBQeCgAeMgAKABQKAB4yKDIyKCgAMgAeMigoHgoAHgAeKAoKMigoFDIACh4AFB4ACgo
                """
        ),
        PNG(
            name: "filter up",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAYAAAARx7TFAAAAtGVYSWZJSSoACAAAAAYAEgEDAAEAAAABAAAAGgEFAAEAAABWAAAAGwEF\
                AAEAAABeAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAABmAAAAAAAAADhjAADoAwAAOGMAAOgDAAAGAACQBwAEAAAAMDIx\
                MAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAACQAAAAOgBAABAAAABgAAAAAAAAC+X5WHAAAACXBIWXMA\
                AAPoAAAD6AG1e1JrAAAAiElEQVQImRXOQQ0EQQwDQWvRGMLAMITAMATDCITACITAOd23H6X+1IBgcG02Ftwl191uEALIT/9i9GGmiexl\
                TiGhWq3d6i/TlwwZdArMmoBZVRgEA9WnZCQHvHL36N1Qeab37sBKf6GvVH/VD+xzRpAONR48cOZboxvAG6KnHqKe4n815ROP8wP4XFbl\
                KdrPUgAAAABJRU5ErkJggg==
                """,
            rgba: """
                UKAAAFAAeAAoyHh4KKAAyAAoyMgoKMh4oKB4oAAoAFAAACgooMgoyMh4eKAAyCgoyMgAUMgAUHgAeFCgyKDIAMh4yMh4oHjIKHjIoFAA\
                KMgoUCjIUCgAeFDIyKAAeMjIKAAoAHh4UMgooMgoeABQUKBQoFAoeAAoyMigKKAAoFAoyFAAoCigyFBQKMhQAFDIACjIKACgAMjIyKCg\
                AMjIyHh4KAB4yKBQeCgAeMgAKABQKAB4yKDIyKCgAMgAeMigoHgoAHgAeKAoKMigoFDIACh4AFB4ACgo
                """
        ),
        PNG(
            name: "filter average",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAYAAAARx7TFAAAAtGVYSWZJSSoACAAAAAYAEgEDAAEAAAABAAAAGgEFAAEAAABWAAAAGwEF\
                AAEAAABeAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAABmAAAAAAAAADhjAADoAwAAOGMAAOgDAAAGAACQBwAEAAAAMDIx\
                MAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAACQAAAAOgBAABAAAABgAAAAAAAAC+X5WHAAAACXBIWXMA\
                AAPoAAAD6AG1e1JrAAAApklEQVQImQXBMRFEIQwFwMxgISKehCsi4ReRQBEJFEigQAIFEiiQkAIJERERt1t0E+F0oiedxWfGM7DxnGwn\
                nChBpXc8ZcjAWZczbGQOc3S2amybjbQEX4kxQEkaK9PvRoTAW10kYYetFvMkUXPHWrPv4F9mzNW623M6xCO0ODYd++aVjR/BwK0Bpnlq\
                mnN1OJc37Qot+rznjvrl0H1coLDWdKgc+B9k8GE/51Uc2wAAAABJRU5ErkJggg==
                """,
            rgba: """
                UKAAAFAAeAAoyHh4KKAAyAAoyMgoKMh4oKB4oAAoAFAAACgooMgoyMh4eKAAyCgoyMgAUMgAUHgAeFCgyKDIAMh4yMh4oHjIKHjIoFAA\
                KMgoUCjIUCgAeFDIyKAAeMjIKAAoAHh4UMgooMgoeABQUKBQoFAoeAAoyMigKKAAoFAoyFAAoCigyFBQKMhQAFDIACjIKACgAMjIyKCg\
                AMjIyHh4KAB4yKBQeCgAeMgAKABQKAB4yKDIyKCgAMgAeMigoHgoAHgAeKAoKMigoFDIACh4AFB4ACgo
                """
        ),
        PNG(
            name: "filter paeth",
            width: 9,
            height: 6,
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAAkAAAAGCAYAAAARx7TFAAAAtGVYSWZJSSoACAAAAAYAEgEDAAEAAAABAAAAGgEFAAEAAABWAAAAGwEF\
                AAEAAABeAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAABmAAAAAAAAADhjAADoAwAAOGMAAOgDAAAGAACQBwAEAAAAMDIx\
                MAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAACQAAAAOgBAABAAAABgAAAAAAAAC+X5WHAAAACXBIWXMA\
                AAPoAAAD6AG1e1JrAAAAhUlEQVQImR3GQREEQQgDwDxWTCSMDCQgIxKQgYTIQELkXNX1q79aAC3kIGQqcyBgyewZI8xX5FHIg+eIIMMn\
                kFBf1ZnGN95wmgx2AuNEGOxu1L/qr2bMEoYdaZEX5mxZ5ww4s99QQb09bh5IqV9BFbRlztD6TtgAeCYW/TK1NiFed72qoX89DVa54tiT\
                zQAAAABJRU5ErkJggg==
                """,
            rgba: """
                UKAAAFAAeAAoyHh4KKAAyAAoyMgoKMh4oKB4oAAoAFAAACgooMgoyMh4eKAAyCgoyMgAUMgAUHgAeFCgyKDIAMh4yMh4oHjIKHjIoFAA\
                KMgoUCjIUCgAeFDIyKAAeMjIKAAoAHh4UMgooMgoeABQUKBQoFAoeAAoyMigKKAAoFAoyFAAoCigyFBQKMhQAFDIACjIKACgAMjIyKCg\
                AMjIyHh4KAB4yKBQeCgAeMgAKABQKAB4yKDIyKCgAMgAeMigoHgoAHgAeKAoKMigoFDIACh4AFB4ACgo
                """
        ),
    ]

    private static let jpegs = [
        "baseline": """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8\
        ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAAR\
        CAAFAAcDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAYEAEAAwEAAAAAAAAAAAAAAAAAAgMFEf/EABUBAQEAAAAAAAAAAAAA\
        AAAAAAMF/8QAGhEAAgIDAAAAAAAAAAAAAAAAAQIAAxESIf/aAAwDAQACEQMRAD8AmfRDgBbnbc9kxycz/9k=
        """,
        "grey": """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8\
        ybqmx5moq6T/wAALCAAFAAcBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EABgQAAIDAAAAAAAAAAAAAAAAAAACAwUR/9oACAEBAAA/ACvg\
        TD//2Q==
        """,
        "progressive": """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8\
        ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wgAR\
        CAAFAAcDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAVAQEBAAAAAAAAAAAAAAAAAAACBP/aAAwDAQACEAMQAAABgUv/xAAW\
        EAADAAAAAAAAAAAAAAAAAAAAAQP/2gAIAQEAAQUCmj//xAAVEQEBAAAAAAAAAAAAAAAAAAAAAf/aAAgBAwEBPwGv/8QAFxEBAAMAAAAAAAAA\
        AAAAAAAAAQACEf/aAAgBAgEBPwG67P/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEABj8Cf//EABUQAQEAAAAAAAAAAAAAAAAAAAAB/9oA\
        CAEBAAE/IYv/2gAMAwEAAgADAAAAEP8A/8QAFhEBAQEAAAAAAAAAAAAAAAAAAQAR/9oACAEDAQE/EG7f/8QAFhEAAwAAAAAAAAAAAAAAAAAA\
        ABEh/9oACAECAQE/EGtP/8QAFRABAQAAAAAAAAAAAAAAAAAAABH/2gAIAQEAAT8Qjf/Z
        """,
        "restarts": """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8\
        ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAAR\
        CAAFAAcDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAYEAEAAwEAAAAAAAAAAAAAAAAAAgMFEf/EABUBAQEAAAAAAAAAAAAA\
        AAAAAAMF/8QAGhEAAgIDAAAAAAAAAAAAAAAAAQIAAxESIf/dAAQAAf/aAAwDAQACEQMRAD8AmfRDgBbnbc9kxycz/9k=
        """,
        "cmyk": """
        /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6\
        pseZqKuk/8AAFAgABQAHBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAUDBv/EABsQAAEEAwAAAAAAAAAAAAAAAAABAwQRBRJx\
        /9oADgRDAE0AWQBLAAA/ACI7aUWw0RvVOC8hxbNMf//Z
        """,
    ]

    static func jpeg(_ name: String) throws -> [UInt8] {
        try #require([UInt8](base64: Array((jpegs[name] ?? "").utf8)[...]))
    }
}
